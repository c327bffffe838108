package io.quarkiverse.flamingock.deployment.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor.Kind;

/**
 * What a change is given of its own target system, and what reaches nothing.
 */
class OwnClientsTest {

    /** Its own; and what is no client. */
    private static final String HARMLESS = """
            @Inject org.jboss.logging.Logger log;
            @Inject @org.eclipse.microprofile.config.inject.ConfigProperty(name = "a") String value;
            @Inject org.eclipse.microprofile.config.Config config;
            private final Map<String, List<String>> cache = new HashMap<>();
            @Apply void apply(%s, ChangeContext context, com.fasterxml.jackson.databind.ObjectMapper mapper,
                Instance<Catalog> catalog, @Any Event<String> events) { }
            """;
    private static final String CATALOG = "class Catalog { org.jboss.logging.Logger log; com.fasterxml.jackson.databind"
            + ".ObjectMapper mapper; Catalog(org.eclipse.microprofile.config.Config config) { } }";

    @Test
    void nothingOfADatasource() {
        assertThat(new Analysed().without("com.fasterxml.jackson.databind.ObjectMapper").code(CATALOG)
                .change(HARMLESS.formatted("Connection connection, javax.sql.DataSource dataSource")).effects(Analysed.JDBC))
                .isEmpty();
    }

    @Test
    void nothingOfMongo() {
        assertThat(new Analysed().without("com.fasterxml.jackson.databind.ObjectMapper").withoutMongo().code(CATALOG)
                .change(HARMLESS.formatted("com.mongodb.client.MongoClient client, com.mongodb.client.MongoDatabase database,"
                        + " com.mongodb.client.ClientSession session"))
                .effects(Analysed.MONGODB)).isEmpty();
    }

    @Test
    void datasourcesByName() {
        Analysed app = new Analysed().code("class Service { @io.quarkus.agroal.DataSource(\"users\") javax.sql.DataSource one;"
                + " io.agroal.api.AgroalDataSource two; @Special javax.sql.DataSource three; }"
                + " @Qualifier @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
                + " @interface Special { }")
                .change("""
                        @Apply void apply(Service service, @Named("users") javax.sql.DataSource users,
                            javax.sql.DataSource own) { }
                        """);
        String ofDefault = "datasource <default>, by parameter 'service' of #apply (org.acme.Service), its field 'two'"
                + " (io.agroal.api.AgroalDataSource)";
        String ofUsers = "datasource users, by parameter 'service' of #apply (org.acme.Service), its field 'one'"
                + " (javax.sql.DataSource)";
        String unknown = "a datasource, by parameter 'service' of #apply (org.acme.Service), its field 'three'"
                + " (javax.sql.DataSource)";
        String given = "datasource users, by parameter 'users' of #apply (javax.sql.DataSource)";
        assertThat(app.effects(Analysed.JDBC)).containsExactlyInAnyOrder(ofUsers, unknown, given);
        assertThat(app.effects(new TargetDescriptor("shop", Kind.JDBC, "users"))).containsExactlyInAnyOrder(ofDefault, unknown);
        assertThat(app.effects(Analysed.MONGODB)).contains(ofDefault, ofUsers, unknown, given);
    }

    @Test
    void datasourcesThatCommitInTwoPhasesAreOfTheTransaction() {
        Analysed app = new Analysed()
                .change("@Apply void apply(@io.quarkus.agroal.DataSource(\"users\") javax.sql.DataSource a,"
                        + " @io.quarkus.agroal.DataSource(\"orders\") javax.sql.DataSource b) { }");
        assertThat(app.datasources(new Datasources(Set.of("orders")::contains, unit -> unit)).effects(Analysed.JDBC))
                .containsExactly("datasource users, by parameter 'a' of #apply (javax.sql.DataSource)");
        assertThat(app.datasources(new Datasources(Set.of("<default>")::contains, unit -> unit)).effects(Analysed.JDBC))
                .isEmpty();
        assertThat(app.effects(Analysed.MONGODB)).hasSize(2);
    }

    @Test
    void persistenceUnitsByTheirDatasource() {
        String entityManager = "jakarta.persistence.EntityManager";
        Analysed app = new Analysed().without(entityManager)
                .library("package io.quarkus.hibernate.orm; import java.lang.annotation.*; @jakarta.inject.Qualifier"
                        + " @Retention(RetentionPolicy.RUNTIME) public @interface PersistenceUnit { String value(); }")
                .code("class Service { @io.quarkus.hibernate.orm.PersistenceUnit(\"u\") " + entityManager + " u; "
                        + entityManager + " own; }")
                .change("@Apply void apply(Service service) { }")
                .datasources(new Datasources(name -> false, unit -> unit.equals("u") ? "users" : unit));
        assertThat(app.effects(Analysed.JDBC)).containsExactly("persistence unit u, by parameter 'service' of #apply"
                + " (org.acme.Service), its field 'u' (jakarta.persistence.EntityManager)");
        assertThat(app.all(Analysed.JDBC)).extracting(effect -> effect.store().described())
                .containsExactly("datasource users");
        assertThat(app.effects(new TargetDescriptor("shop", Kind.JDBC, "users"))).singleElement().asString()
                .startsWith("persistence unit <default>, ");
    }

    @Test
    void beansOfTheSameMongoClientWithTheSession() {
        String code = "class Service { com.mongodb.client.MongoClient client;"
                + " @io.quarkus.mongodb.MongoClientName(\"users\") com.mongodb.client.MongoClient users; }";
        String own = "MongoDB client <default>, by parameter 'service' of #apply (org.acme.Service), its field 'client'"
                + " (com.mongodb.client.MongoClient)";
        String other = "MongoDB client users, by parameter 'service' of #apply (org.acme.Service), its field 'users'"
                + " (com.mongodb.client.MongoClient)";
        assertThat(
                new Analysed().withoutMongo().code(code).change("@Apply void apply(Service service) { }").all(Analysed.MONGODB))
                .extracting(effect -> effect.remedy() + " " + effect.text())
                .containsExactly("PASS_THE_SESSION " + own, "NAME_IT " + other);
        assertThat(new Analysed().withoutMongo().code(code)
                .change("@Apply void apply(Service service, com.mongodb.client.ClientSession session) { }")
                .effects(Analysed.MONGODB)).containsExactly(other);
        assertThat(new Analysed().withoutMongo().code(code).change("@Apply void apply(Service service) { }")
                .effects(Analysed.JDBC))
                .containsExactly(own, other);
    }

    @Test
    void whatATargetSystemBeanMayHaveBeenGiven() {
        Analysed app = new Analysed().without("io.quarkus.mailer.Mailer")
                .code("class Service { io.quarkus.mailer.Mailer mailer; }")
                .change("@Apply void apply(io.quarkus.mailer.Mailer mailer, Service service) { }");
        assertThat(app.effects(new TargetDescriptor("shop", Kind.BEAN, null))).containsExactly("a mail server, by parameter"
                + " 'service' of #apply (org.acme.Service), its field 'mailer' (io.quarkus.mailer.Mailer)");
    }

    @Test
    void nothingWithoutATransaction() {
        Analysed app = new Analysed().change("@Apply void apply(java.net.http.HttpClient http) { }");
        assertThat(app.effects(Analysed.JDBC)).hasSize(1);
        assertThat(app.effects(new TargetDescriptor("shop", Kind.NON_TRANSACTIONAL, null))).isEmpty();
        assertThat(app.effects(null)).isEmpty();
        assertThat(new Analysed().code("@TargetSystem(\"shop\") @Change(id = \"a\", author = \"team\", order = \"1\","
                + " transactional = false) class Sell { @Apply void apply(java.net.http.HttpClient http) { } }")
                .effects(Analysed.JDBC)).isEqualTo(List.of());
    }
}
