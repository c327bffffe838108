package org.acme.warehouse;

import java.util.Map;

import io.quarkiverse.flamingock.test.servers.PostgresServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * An empty PostgreSQL database.
 */
public class UsersDatabase implements QuarkusTestResourceLifecycleManager {

    private PostgresServer server;

    @Override
    public Map<String, String> start() {
        server = PostgresServer.start();
        return Map.of("quarkus.datasource.users.jdbc.url", server.url(server.createDatabase()),
                "quarkus.datasource.users.username", server.user(), "quarkus.datasource.users.password", "any");
    }

    @Override
    public void stop() {
        server.close();
    }
}
