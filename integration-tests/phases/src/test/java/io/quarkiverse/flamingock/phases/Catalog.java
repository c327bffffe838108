package io.quarkiverse.flamingock.phases;

import io.quarkiverse.flamingock.test.servers.SharedPostgres;
import io.quarkus.test.QuarkusUnitTest;

/** The application under test, with all that it may have. */
final class Catalog {

    private Catalog() {
    }

    /** Built only: what is looked at is the build. */
    static QuarkusUnitTest built(Class<?>... classes) {
        return new QuarkusUnitTest()
                .withApplicationRoot(
                        jar -> jar.addClasses(classes).addClasses(Product.class, Products.class, StockClient.class))
                .overrideConfigKey("quarkus.devservices.enabled", "false")
                .overrideConfigKey("quarkus.datasource.db-kind", "postgresql")
                .overrideConfigKey("quarkus.hibernate-orm.schema-management.strategy", "validate")
                .overrideConfigKey("quarkus.flamingock.target-systems.outside.kind", "non-transactional")
                .overrideConfigKey("mp.messaging.outgoing.events.connector", "smallrye-in-memory");
    }

    static QuarkusUnitTest started(String database, Class<?>... classes) {
        String url = SharedPostgres.url(database);
        return built(classes)
                .overrideRuntimeConfigKey("quarkus.datasource.jdbc.url", url)
                .overrideRuntimeConfigKey("quarkus.datasource.reactive.url",
                        url.substring("jdbc:".length(), url.indexOf('?')))
                .overrideRuntimeConfigKey("quarkus.datasource.username", "postgres")
                .overrideRuntimeConfigKey("quarkus.datasource.password", "any")
                .overrideRuntimeConfigKey("quarkus.redis.hosts", Systems.redis())
                .overrideRuntimeConfigKey("quarkus.rest-client.stock.url", Systems.stock())
                .overrideRuntimeConfigKey("quarkus.mailer.mock", "true");
    }
}
