package io.jenkins.plugins.azml.engine.rest;

import java.io.ByteArrayInputStream;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Reads the certificates out of a PEM text; anything between them is passed over, as OpenSSL does. */
final class Pem {
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";

    private Pem() {}

    static List<Certificate> certificates(String text) throws CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<Certificate> certificates = new ArrayList<>();
        int begin = text.indexOf(BEGIN);
        while (begin >= 0) {
            int from = begin + BEGIN.length();
            int end = text.indexOf(END, from);
            if (end < 0) {
                throw new CertificateException("a certificate has no end");
            }
            certificates.add(factory.generateCertificate(new ByteArrayInputStream(decoded(text.substring(from, end)))));
            begin = text.indexOf(BEGIN, end);
        }
        return certificates;
    }

    private static byte[] decoded(String base64) throws CertificateException {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new CertificateException("a certificate is not base64", e);
        }
    }
}
