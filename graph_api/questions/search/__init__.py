"""What a person types into a search box, found over the columns of one version of the picture."""
