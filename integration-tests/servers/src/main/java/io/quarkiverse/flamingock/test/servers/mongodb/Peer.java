package io.quarkiverse.flamingock.test.servers.mongodb;

/**
 * Who sent a command.
 *
 * @param address its address
 * @param application what it calls itself, or null
 */
record Peer(String address, String application) {
}
