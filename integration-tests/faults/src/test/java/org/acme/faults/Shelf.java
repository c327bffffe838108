package org.acme.faults;

/**
 * Where things are kept by their names: tables, collections, files, topics.
 */
interface Shelf {

    /** Puts something there, as people had it before there was this application. */
    void put(String name);

    boolean has(String name);

    /** All that is in it. */
    String content(String name);

    void rename(String name, String next);

    void remove(String name);
}
