package io.quarkiverse.flamingock.runtime.mongodb.watch;

/**
 * What may be there of a write that has failed.
 */
enum Extent {
    /** It has an effect as a whole or none. */
    WHOLE,
    /** It is several writes, and the error says how many of them are there, where it comes from one of them. */
    SEVERAL,
    /** Any part of it may be there. */
    PARTS;

    static Extent partsIf(boolean parts) {
        return parts ? PARTS : WHOLE;
    }
}
