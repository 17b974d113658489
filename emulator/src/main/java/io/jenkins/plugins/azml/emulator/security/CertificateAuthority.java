package io.jenkins.plugins.azml.emulator.security;

import io.jenkins.plugins.azml.emulator.runtime.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The authority of one emulator folder and the certificate of its servers, made once and kept, so that what clients
 * were told to trust stays right over restarts.
 */
public final class CertificateAuthority {
    private static final char[] NO_PASSWORD = {};

    private final Path folder;

    private CertificateAuthority(Path folder) {
        this.folder = folder;
    }

    /** The authority of the folder, made when it is missing or about to expire. */
    public static CertificateAuthority in(Path folder, InstantSource clock) {
        CertificateAuthority authority = new CertificateAuthority(folder);
        if (!authority.isGood(clock.instant())) {
            authority.create(clock.instant());
        }
        return authority;
    }

    /** PEM of the authority's certificate, for everybody to read. */
    public Path file() {
        return folder.resolve("ca.pem");
    }

    /** PEM of the servers' certificate. */
    public Path certificate() {
        return folder.resolve("server.pem");
    }

    /** PEM of the servers' private key, for its owner alone. */
    public Path key() {
        return folder.resolve("server.key");
    }

    /** What a server of the emulator shows. */
    public SSLContext serving() {
        try {
            KeyStore keys = empty();
            keys.setKeyEntry(
                    "server", privateKey(), NO_PASSWORD, new Certificate[] {read(certificate()), read(file())});
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException damaged) {
            throw new IllegalStateException(
                    "the certificate in " + folder + " cannot be used; delete the folder", damaged);
        }
    }

    /** What accepts the emulator's servers and nobody else. */
    public SSLContext trusting() {
        try {
            KeyStore trusted = empty();
            trusted.setCertificateEntry("authority", read(file()));
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException damaged) {
            throw new IllegalStateException(
                    "the authority in " + folder + " cannot be used; delete the folder", damaged);
        }
    }

    private boolean isGood(Instant now) {
        if (!Files.exists(file()) || !Files.exists(certificate()) || !Files.exists(key())) {
            return false;
        }
        try {
            Instant end = ((X509Certificate) read(certificate())).getNotAfter().toInstant();
            return end.isAfter(now.plus(Certificates.SOON));
        } catch (GeneralSecurityException | IOException damaged) {
            return false;
        }
    }

    /** The authority's own key is not kept: it signs this one certificate and no other. */
    private void create(Instant now) {
        PrivateFiles.createFolder(folder);
        KeyPair authorityKeys = Certificates.keys();
        KeyPair serverKeys = Certificates.keys();
        X509Certificate authority = Certificates.authority(authorityKeys, now);
        X509Certificate server = Certificates.server(serverKeys, authority, authorityKeys, now);
        PrivateFiles.writePrivate(
                key(), Certificates.pem("PRIVATE KEY", serverKeys.getPrivate().getEncoded()));
        PrivateFiles.writePublic(certificate(), Certificates.pem(server));
        PrivateFiles.writePublic(file(), Certificates.pem(authority));
    }

    private PrivateKey privateKey() throws GeneralSecurityException, IOException {
        String base64 = Files.readString(key()).replaceAll("-----[A-Z ]+-----|\\s", "");
        return KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    private static Certificate read(Path pem) throws GeneralSecurityException, IOException {
        try (var stream = Files.newInputStream(pem)) {
            return CertificateFactory.getInstance("X.509").generateCertificate(stream);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(null, NO_PASSWORD);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return store;
    }
}
