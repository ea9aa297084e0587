"""What the service writes down of its own doings: structured lines on stderr, JSON or for a console.

No line carries documents' variables, names, numbers or addresses of callers.
"""

import logging
import sys

import structlog
from structlog.typing import Processor


def open_journal(log_format: str) -> None:
    """Send every log line, our own and the libraries', to stderr in one form (`console` or `json`)."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    last: Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if log_format == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                last,
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO)
    logging.getLogger("uvicorn.error").addFilter(_without_traceback)
    for quiet in ("neo4j", "neo4j.notifications", "neo4j.pool", "uvicorn", "uvicorn.error"):
        logging.getLogger(quiet).setLevel(logging.WARNING)


def _without_traceback(record: logging.LogRecord) -> bool:
    """Keep out a fault's own text, which may quote data: the application has told it with a reference."""
    return record.exc_info is None
