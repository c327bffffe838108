package io.quarkiverse.flamingock.deployment.outside;

/**
 * A client that something holds.
 *
 * @param path the type of what holds it and the way from there, for messages
 * @param client what it is a client of
 * @param name which one; null where that can't be known or there is one only
 * @param distance how many beans are between; one more where it is not sure that it is held there
 */
record Held(String path, Client client, String name, int distance) {

    Held(String path, Client client, String name) {
        this(path, client, name, 0);
    }

    Held behind(String way) {
        return new Held(way + path, client, name, distance + 1);
    }

    Held unsure() {
        return new Held(path, client, name, distance + 1);
    }
}
