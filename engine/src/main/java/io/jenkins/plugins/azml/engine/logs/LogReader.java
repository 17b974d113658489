package io.jenkins.plugins.azml.engine.logs;

import io.jenkins.plugins.azml.engine.blob.BlobPart;
import io.jenkins.plugins.azml.engine.blob.BlobUrl;
import io.jenkins.plugins.azml.engine.blob.Blobs;
import io.jenkins.plugins.azml.engine.logs.LogCursor.Place;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a log from where the last reading ended. Only whole lines are given out, until the log has ended; a part of a
 * line is read again with its rest.
 *
 * <p>A reading starts one byte early: that byte ends a line, or the log is not the one that was read before.
 */
public final class LogReader {
    private static final int CHUNK = 1 << 20;
    private static final int MOST_DOUBTS = 5;

    private final Blobs blobs;

    public LogReader(Blobs blobs) {
        this.blobs = blobs;
    }

    /**
     * Reads what came new, a mebibyte at most.
     *
     * @param ended whether nothing writes to the log any more: then a last line needs no end
     */
    public LogPage read(BlobUrl log, LogCursor at, boolean ended) {
        int guard = at.offset() > 0 ? 1 : 0;
        Optional<BlobPart> part = part(log, at.offset() - guard, CHUNK + guard, ended ? "" : at.etag());
        if (part.isPresent() && part.get().unchanged()) {
            return LogPage.nothing(at, false);
        }
        if (part.isEmpty() && guard == 0) {
            return LogPage.nothing(at, false);
        }
        if (part.isEmpty() || isAnother(part.get(), at, guard)) {
            return doubted(at, ended);
        }
        return cut(part.get(), at, guard, ended);
    }

    /** Absent where there is no such log yet. */
    private Optional<BlobPart> part(BlobUrl log, long offset, int length, String etag) {
        try {
            return Optional.of(blobs.read(log, offset, length, etag));
        } catch (ProblemException e) {
            if (e.problem().code() == ProblemCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static boolean isAnother(BlobPart part, LogCursor at, int guard) {
        if (part.total() < at.offset() || part.bytes().length < guard) {
            return true;
        }
        return guard == 1 && at.place() == Place.LINE_START && !Lines.isEnd(part.bytes()[0]);
    }

    /** A storage may answer with an older version for a while, so one look is not enough to call a log replaced. */
    private static LogPage doubted(LogCursor at, boolean ended) {
        if (at.doubts() < MOST_DOUBTS) {
            return LogPage.nothing(at.doubting(), ended);
        }
        String gap = "[the log was replaced or cut: it no longer holds the " + at.offset()
                + " bytes shown above; it follows from its start]";
        return new LogPage(List.of(gap), LogCursor.start(), true);
    }

    private static LogPage cut(BlobPart part, LogCursor at, int guard, boolean ended) {
        long end = at.offset() + part.bytes().length - guard;
        boolean more = end < part.total();
        List<String> lines = new ArrayList<>();
        Lines cutter = new Lines(part.bytes(), guard, at.place(), lines);
        int consumed = cutter.cut(ended && !more) - guard;
        LogCursor next = new LogCursor(at.offset() + consumed, cutter.place(), 0, more ? "" : part.etag());
        return new LogPage(lines, next, more);
    }
}
