package io.quarkiverse.flamingock.mongodb.only;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;

/**
 * What the application has sent; Quarkus adds it to every client.
 */
public class Commands implements CommandListener {

    static final List<String> SENT = new CopyOnWriteArrayList<>();

    @Override
    public void commandStarted(CommandStartedEvent event) {
        SENT.add(event.getCommandName());
    }
}
