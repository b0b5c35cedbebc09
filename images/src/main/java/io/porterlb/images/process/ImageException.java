package io.porterlb.images.process;

/// An image can't be built. The message says what is in the way, and what to do where that is known.
public final class ImageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ImageException(String message) {
        super(message);
    }

    public ImageException(String message, Throwable cause) {
        super(message, cause);
    }
}
