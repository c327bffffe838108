package io.quarkiverse.flamingock.spi;

/**
 * What a start reads: one row per service.
 *
 * @param sequence the sequence of the last event, 0 if there is none
 * @param settled the mark of the pipeline for which nothing was left to do after that event, at most 255 characters, which a
 *        store keeps as they are; null while something is
 * @param hash the hash of the last event, with the name of its algorithm in front; null if there is none
 */
public record Head(long sequence, String settled, String hash) {

    /** Nothing was ever recorded. */
    public static final Head EMPTY = new Head(0, null, null);
}
