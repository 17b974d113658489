package io.jenkins.plugins.azml.runner.build;

/** A credential, by its kind. */
public sealed interface Credential {
    /** The kind in Jenkins' words. */
    String kind();

    /** A text. */
    record SecretText(String secret) implements Credential {
        @Override
        public String kind() {
            return "Secret text";
        }

        @Override
        public String toString() {
            return kind();
        }
    }

    /** A user and a password. */
    record UsernamePassword(String username, String password) implements Credential {
        @Override
        public String kind() {
            return "Username with password";
        }

        @Override
        public String toString() {
            return kind();
        }
    }

    /** A file. */
    record SecretFile(String name, String content) implements Credential {
        @Override
        public String kind() {
            return "Secret file";
        }

        @Override
        public String toString() {
            return kind();
        }
    }

    /** A user and a private key. */
    record SshKey(String username, String privateKey, String passphrase) implements Credential {
        @Override
        public String kind() {
            return "SSH Username with private key";
        }

        @Override
        public String toString() {
            return kind();
        }
    }

    /** A service principal of Azure. */
    record ServicePrincipal(String subscription, String tenant, String client, String secret) implements Credential {
        @Override
        public String kind() {
            return "Azure Service Principal";
        }

        @Override
        public String toString() {
            return kind();
        }
    }
}
