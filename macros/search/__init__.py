"""Search on a static page, made for Korean: rendered notes in, small files for a browser's worker out."""
