"""Makes the films of `media/films` from their storyboards: pictures, subtitles, and a still."""
