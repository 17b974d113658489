package io.jenkins.plugins.azml.scenarios.security;

import java.util.List;
import java.util.Random;

/** Texts from a seed: pieces of a language put together, repeated, cut and spoilt. The same seed gives the same texts. */
final class Texts {
    private final Random random;
    private final List<String> pieces;

    Texts(long seed, List<String> pieces) {
        this.random = new Random(seed);
        this.pieces = pieces;
    }

    /** A text of at most that many pieces, some of them random characters. */
    String next(int most) {
        StringBuilder text = new StringBuilder();
        int count = 1 + random.nextInt(most);
        for (int i = 0; i < count; i++) {
            text.append(piece());
        }
        return text.length() > 0 && random.nextInt(4) == 0 ? spoilt(text) : text.toString();
    }

    private String piece() {
        if (random.nextInt(12) == 0) {
            return Character.toString(random.nextInt(3) == 0 ? anyCodePoint() : 1 + random.nextInt(126));
        }
        String piece = pieces.get(random.nextInt(pieces.size()));
        return random.nextInt(20) == 0 ? piece.repeat(random.nextInt(70)) : piece;
    }

    private int anyCodePoint() {
        int point = random.nextInt(Character.MAX_CODE_POINT + 1);
        return Character.isSurrogate((char) point) ? 'x' : point;
    }

    private String spoilt(StringBuilder text) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
            case 0 -> text.setLength(at);
            case 1 -> text.deleteCharAt(at);
            default -> text.insert(at, (char) random.nextInt(256));
        }
        return text.toString();
    }
}
