package io.jenkins.plugins.azml.emulator.blob;

import io.jenkins.plugins.azml.emulator.http.Reply;

/** A refusal in the form that the Blob service gives it. */
final class BlobError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    BlobError(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static BlobError noBlob() {
        return new BlobError(404, "BlobNotFound", "The specified blob does not exist.");
    }

    Reply reply() {
        String body = "<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>" + code + "</Code><Message>"
                + getMessage() + "</Message></Error>";
        return Reply.text(status, "application/xml", body).with("x-ms-error-code", code);
    }
}
