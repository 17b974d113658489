package io.jenkins.plugins.azml.engine.rest;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Words for a connection that did not come about. */
final class NotSent {
    private NotSent() {}

    /** A failure while connecting: whatever it was, no request went out. */
    static Transport.NotSentException whileConnecting(
            IOException failure, URI url, Optional<HttpProxy> proxy, Duration deadline) {
        return new Transport.NotSentException(words(failure, url, proxy, deadline), failure);
    }

    /** Whether a failure can only have come about before the request was sent. */
    static boolean surely(Throwable failure) {
        return has(failure, ConnectException.class)
                || has(failure, UnresolvedAddressException.class)
                || has(failure, UnknownHostException.class)
                || has(failure, HttpConnectTimeoutException.class)
                || has(failure, javax.net.ssl.SSLHandshakeException.class)
                || speaksNoTls(failure);
    }

    /** Only a connection's first bytes are taken for plain text. */
    private static boolean speaksNoTls(Throwable failure) {
        return failure instanceof SSLException
                && String.valueOf(failure.getMessage()).contains("plaintext connection");
    }

    private static String words(IOException failure, URI url, Optional<HttpProxy> proxy, Duration deadline) {
        String peer = proxy.map(via -> "proxy " + via).orElseGet(() -> authority(url));
        if (has(failure, SSLException.class) || has(failure, CertificateException.class)) {
            return tlsWords(failure, authority(url));
        }
        if (has(failure, UnknownHostException.class) || has(failure, UnresolvedAddressException.class)) {
            return "no host is known by the name '" + proxy.map(HttpProxy::host).orElse(url.getHost())
                    + "'; check the name, DNS and VPN";
        }
        if (has(failure, SocketTimeoutException.class) || has(failure, HttpConnectTimeoutException.class)) {
            return peer + " did not take the connection within " + deadline.toSeconds() + " s";
        }
        if (has(failure, NoRouteToHostException.class)) {
            return "there is no route to " + peer;
        }
        if (has(failure, ConnectException.class)) {
            return "nothing listens on " + peer + emulatorHint(url, proxy);
        }
        return "could not connect to " + authority(url)
                + proxy.map(via -> " through proxy " + via).orElse("") + ": "
                + Redaction.line(String.valueOf(failure.getMessage()), 200);
    }

    private static String tlsWords(IOException failure, String peer) {
        if (has(failure, CertificateExpiredException.class)) {
            return "the certificate of " + peer + " has expired";
        }
        if (has(failure, CertPathBuilderException.class) || has(failure, CertPathValidatorException.class)) {
            return "the certificate of " + peer
                    + " is not trusted; if its authority is your company's or the emulator's, name its PEM file in"
                    + " AZML_CA_BUNDLE";
        }
        if (has(failure, CertificateException.class)) {
            return "the certificate of " + peer + " is not for this host: " + innermost(failure);
        }
        return "no TLS connection to " + peer + ": " + innermost(failure);
    }

    private static String emulatorHint(URI url, Optional<HttpProxy> proxy) {
        return proxy.isEmpty() && Hosts.isLoopback(url.getHost()) ? "; is the emulator running?" : "";
    }

    private static String authority(URI url) {
        int usual = "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
        return url.getHost() + ":" + (url.getPort() == -1 ? usual : url.getPort());
    }

    private static String innermost(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return Redaction.line(String.valueOf(innermost.getMessage()), 200);
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
