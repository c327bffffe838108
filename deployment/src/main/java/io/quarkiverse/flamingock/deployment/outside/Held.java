package io.quarkiverse.flamingock.deployment.outside;

/**
 * A client that something holds.
 *
 * @param path the type of what holds it and the way from there, for messages
 * @param client what it is a client of
 * @param name which one; null where that can't be known or there is one only
 */
record Held(String path, Client client, String name) {

    Held behind(String way) {
        return new Held(way + path, client, name);
    }
}
