package io.jenkins.plugins.azml

import com.cloudbees.groovy.cps.NonCPS

/** Finds the word that somebody may have meant. */
class Nearest implements Serializable {
    private static final long serialVersionUID = 1L

    /** {@code ; did you mean 'x'?}, or which words there are. */
    @NonCPS
    String hint(String word, List known) {
        String best = ''
        int least = 3
        for (Object candidate in known) {
            int distance = distance(word.toLowerCase(), candidate.toString().toLowerCase())
            if (distance < least) {
                least = distance
                best = candidate.toString()
            }
        }
        best ? "; did you mean '${best}'?" : "; there are ${known.join(', ')}"
    }

    @NonCPS
    int distance(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 2) {
            return 3
        }
        List row = []
        for (int j = 0; j <= other.length(); j++) {
            row.add(j)
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0] as int
            row[0] = i
            for (int j = 1; j <= other.length(); j++) {
                int same = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1)
                diagonal = row[j] as int
                row[j] = Math.min(same, Math.min(row[j] as int, row[j - 1] as int) + 1)
            }
        }
        row[other.length()] as int
    }
}
