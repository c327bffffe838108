package io.quarkiverse.flamingock.runtime.jdbc.takeover;

/**
 * A session of the database whose open transaction holds a fence.
 *
 * @param backend what the database knows the session by
 * @param since since when it holds the fence, as a text of the database; null where this user may not know
 * @param end the statement that ends the session
 */
record Holder(long backend, String since, String end) {

    @Override
    public String toString() {
        return "backend " + backend + (since == null ? "" : ", in its transaction since " + since);
    }
}
