"""The media library: files and links that the facilitator adds, and where workshops use them."""
