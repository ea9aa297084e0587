"""Holds the current picture, and brings it up to date when somebody asks for what may be newer."""

import threading
import time
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Final, Self

import neo4j
import structlog
from neo4j.exceptions import DriverError, Neo4jError

from graph_api.database.failures import as_failure
from graph_api.database.progress import Progress, silent
from graph_api.errors import Unavailable
from graph_api.projection import snapshot
from graph_api.projection.bulk import read_picture
from graph_api.projection.following import follow
from graph_api.projection.picture import Picture
from graph_api.projection.touched import CannotFollow, revision_now, store_of
from schema.text import Text

PATIENCE: Final = 15.0
"""Seconds that somebody waits for a revision."""
_SAVED_AFTER: Final = 60.0
"""Seconds after a change until the picture is saved."""
_AGAIN: Final = 0.01
"""Seconds until a revision that is not there yet is looked for again."""

log = structlog.get_logger()


class Keeper:
    """One picture for the whole process; any thread may ask. Reading is done by one thread of its own."""

    def __init__(
        self,
        driver: neo4j.Driver,
        database: str | None,
        progress: Progress = silent,
        snapshot: Path | None = None,
    ) -> None:
        """Read nothing yet; `snapshot` is the folder that keeps the picture between starts, if any."""
        self._driver, self._database, self._progress = driver, database, progress
        self._snapshot = snapshot
        self._distrusted = False
        self._picture: Picture | None = None
        self._waiting: Future[Picture] | None = None
        self._lock = threading.Lock()
        self._saving: threading.Timer | None = None
        self._saved = -1
        self._store = ""
        self._reader = ThreadPoolExecutor(1, thread_name_prefix="projection")

    def __enter__(self) -> Self:
        """The keeper itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End as `close` does."""
        self.close()

    @property
    def held(self) -> Picture | None:
        """The current picture, None before it has been read; never waits."""
        return self._picture

    @property
    def picture(self) -> Picture:
        """The current picture; the first that asks waits until it has been read."""
        return self._picture or self._brought(None)

    def refresh(self, patience: float | None = PATIENCE) -> Picture:
        """A picture of the revision that is in force now, or of a later one. Raises Unavailable."""
        return self._brought(patience)

    def at(self, wanted: int, patience: float = PATIENCE) -> Picture:
        """A picture of at least that revision. Raises Unavailable where there is none in time."""
        deadline = time.monotonic() + patience
        picture = self._picture
        while picture is None or picture.revision < wanted:
            picture = self._brought(deadline - time.monotonic(), wanted)
            if picture.revision < wanted:
                time.sleep(_AGAIN)
        return picture

    def close(self) -> None:
        """End the reading thread, once it has done what it is at, and save the picture."""
        self._reader.shutdown(cancel_futures=True)
        if self._saving is not None:
            self._saving.cancel()
            self._saving.join()
        self.save()

    def save(self) -> None:
        """Put the picture where the next start finds it, if it is not there yet; a failure is logged."""
        picture = self._picture
        if self._snapshot is None or picture is None or picture.revision == self._saved:
            return
        try:
            manifest = snapshot.write(picture, self._snapshot, self._store)
        except OSError as error:
            log.warning("the picture could not be saved", reason=error.strerror)
        else:
            self._saved = picture.revision
            log.info("the picture is saved", revision=picture.revision, bytes=manifest.size)

    def rebuild(self) -> Picture:
        """The picture read anew from the database, whatever was known of it."""
        return self._reader.submit(self._bring, anew=True).result()

    def _brought(self, patience: float | None, wanted: int | None = None) -> Picture:
        """The picture as of a moment after this call. Raises Unavailable."""
        with self._lock:
            waiting = self._waiting
            if waiting is None:
                waiting = self._waiting = self._reader.submit(self._bring)
        try:
            return waiting.result(patience if patience is None else max(patience, 0))
        except (TimeoutError, CancelledError) as error:
            raise _too_late(wanted) from error
        except (DriverError, Neo4jError) as error:
            raise as_failure(error) from error

    def _bring(self, *, anew: bool = False) -> Picture:
        """Catch up; from here on those who ask wait for another time."""
        with self._lock:
            self._waiting = None
        with self._driver.session(database=self._database) as session:
            self._store = self._store or store_of(session)
            anew, self._distrusted = anew or self._distrusted, False
            picture = None if anew else self._picture or self._loaded()
            if picture is None or picture.revision != revision_now(session) or picture is not self._picture:
                older, self._picture = self._picture, self._newer(session, picture)
                picture = self._picture
                if older is not None and older is not picture:
                    older.retire()
                self._save_later()
            return picture

    def _newer(self, session: neo4j.Session, picture: Picture | None) -> Picture:
        """The picture after the Changes since, or read anew where these do not lead there."""
        while True:
            try:
                return follow(session, picture or self._read())
            except CannotFollow as reason:
                log.warning("the picture is read anew", reason=str(reason))
                picture = None

    def _loaded(self) -> Picture | None:
        """The picture of the snapshot, if there is one that can be trusted."""
        if self._snapshot is None:
            return None
        try:
            picture = snapshot.load(self._snapshot, self._store)
        except snapshot.NotUsable as reason:
            log.warning("the snapshot is not used", reason=str(reason))
            return None
        self._saved = picture.revision
        return picture

    def _save_later(self) -> None:
        """Save some time after the first of several changes, in a thread of its own."""
        if self._snapshot is not None and (self._saving is None or not self._saving.is_alive()):
            self._saving = threading.Timer(_SAVED_AFTER, self.save)
            self._saving.daemon = True
            self._saving.start()

    def _read(self) -> Picture:
        return read_picture(self._driver, self._database, self._progress)


def _too_late(wanted: int | None) -> Unavailable:
    what = "" if wanted is None else f" {wanted}"
    return Unavailable(
        Text(f"还没有读到修订{what}", f"revision{what} has not been read in time"),
        Text("稍后再试", "try again later"),
    )
