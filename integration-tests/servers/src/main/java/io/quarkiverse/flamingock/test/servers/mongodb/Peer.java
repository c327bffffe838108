package io.quarkiverse.flamingock.test.servers.mongodb;

import java.nio.charset.StandardCharsets;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;

/**
 * Who sent a command.
 *
 * @param address its address
 * @param application what it calls itself, or null
 * @param user as whom it has signed in, or null; whoever knows a name may
 */
record Peer(String address, String application, String user) {

    /** A greeting and a sign-in tell more of it. */
    Peer after(Document command) {
        if (command.get("client") instanceof Document client && client.get("application") instanceof Document named) {
            return new Peer(address, (String) named.get("name"), user);
        }
        return command.containsKey("saslStart") ? new Peer(address, application, plainUser(command)) : this;
    }

    /** Of the mechanism PLAIN: an empty text, the name and the password, with zeros between them. */
    private static String plainUser(Document command) {
        return new String(((BinData) command.get("payload")).getData(), StandardCharsets.UTF_8).split("\0")[1];
    }
}
