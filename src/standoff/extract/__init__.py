"""Text and parse → what one article says: pure functions, in the order of ``pipeline.ARTICLE``."""
