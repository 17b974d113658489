package io.jenkins.plugins.azml.engine.rest;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whose certificates a client of ours trusts: the JDK's authorities, and those of one PEM file. Nothing of the JVM's own
 * settings is changed. Read at the first TLS connection; safe for many threads.
 */
public final class Trust {
    private static final List<String> VARIABLES =
            List.of("AZML_CA_BUNDLE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE");

    private final @Nullable Path bundle;
    private final String named;
    private final @Nullable String pem;
    private @Nullable SSLContext context;

    private Trust(@Nullable Path bundle, String named, @Nullable String pem) {
        this.bundle = bundle;
        this.named = named;
        this.pem = pem;
    }

    /** The JDK's authorities alone. */
    public static Trust usual() {
        return new Trust(null, "", null);
    }

    /** The authorities of a PEM file as well. */
    public static Trust adding(Path bundle) {
        return new Trust(bundle, "the CA bundle", null);
    }

    /** The authorities of a PEM text as well, read from a file of another machine; blank for none. */
    public static Trust adding(String pem) {
        return new Trust(null, "the CA bundle", pem.isBlank() ? null : pem);
    }

    /** The file that the first of {@code AZML_CA_BUNDLE}, {@code REQUESTS_CA_BUNDLE}, {@code CURL_CA_BUNDLE}, {@code SSL_CERT_FILE} names. */
    public static Trust from(Map<String, String> environment) {
        return VARIABLES.stream()
                .filter(name -> !environment.getOrDefault(name, "").isBlank())
                .findFirst()
                .map(name -> new Trust(Path.of(environment.get(name)), name, null))
                .orElseGet(Trust::usual);
    }

    /**
     * The context to make TLS connections with.
     *
     * @throws ProblemException FILE_NOT_FOUND, INVALID_FILE if the PEM file cannot be used
     */
    public synchronized SSLContext context() {
        if (context == null) {
            try {
                context = made();
            } catch (GeneralSecurityException | IOException e) {
                throw new ProblemException(
                        Problem.of(ProblemCode.INVALID_FILE, named + " '" + bundle + "' cannot be used: " + e), e);
            }
        }
        return context;
    }

    /** Whose certificates are trusted, in words. */
    @Override
    public String toString() {
        return "Java's own authorities" + (bundle == null ? "" : " and those of " + named + " '" + bundle + "'");
    }

    private SSLContext made() throws GeneralSecurityException, IOException {
        if (pem != null) {
            return trusting(Pem.certificates(pem));
        }
        return bundle == null ? SSLContext.getDefault() : trusting(authorities(bundle));
    }

    private List<? extends Certificate> authorities(Path file) throws GeneralSecurityException, IOException {
        if (!Files.isRegularFile(file)) {
            throw Problem.of(ProblemCode.FILE_NOT_FOUND, named + " names '" + file + "', which is not a file")
                    .asException();
        }
        List<? extends Certificate> certificates = Pem.certificates(Files.readString(file));
        if (certificates.isEmpty()) {
            throw Problem.of(ProblemCode.INVALID_FILE, named + " '" + file + "' holds no PEM certificate")
                    .asException();
        }
        return certificates;
    }

    private static SSLContext trusting(List<? extends Certificate> more) throws GeneralSecurityException, IOException {
        List<Certificate> all = new ArrayList<>(more);
        usualAuthorities().forEach(all::add);
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < all.size(); i++) {
            store.setCertificateEntry("authority-" + i, all.get(i));
        }
        SSLContext trusting = SSLContext.getInstance("TLS");
        trusting.init(null, managers(store), null);
        return trusting;
    }

    private static Stream<X509Certificate> usualAuthorities() throws GeneralSecurityException {
        return Arrays.stream(managers(null))
                .filter(X509TrustManager.class::isInstance)
                .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()));
    }

    private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
