package io.quarkiverse.flamingock.deployment.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/**
 * What a change of phase SCHEMA is given, or calls, that is not there yet.
 */
class EarlyAnalysisTest {

    private static final String MANAGER = " (jakarta.persistence.EntityManager)";
    private static final Map<String, List<String>> TYPES = Map.of(
            "Hibernate ORM", List.of("jakarta.persistence.EntityManager", "jakarta.persistence.EntityManagerFactory",
                    "org.hibernate.Session", "org.hibernate.StatelessSession", "org.hibernate.SessionFactory",
                    "io.quarkus.hibernate.orm.panache.PanacheRepository",
                    "org.springframework.data.repository.Repository"),
            "Hibernate Reactive", List.of("org.hibernate.reactive.mutiny.Mutiny",
                    "io.quarkus.hibernate.reactive.panache.PanacheRepository"),
            "a messaging channel", List.of("org.eclipse.microprofile.reactive.messaging.Emitter",
                    "io.smallrye.reactive.messaging.MutinyEmitter"));
    private static final List<String> THERE = List.of("javax.sql.DataSource", "io.quarkus.mailer.Mailer",
            "io.quarkus.redis.datasource.RedisDataSource", "io.vertx.core.Vertx", "io.quarkus.qute.Template",
            "io.quarkus.panache.common.Sort", "jakarta.persistence.Entity", "java.util.concurrent.Executor");

    private static Analysed app(String code) {
        return new Analysed().without("jakarta.persistence.EntityManager").code(code);
    }

    @Test
    void isFoundByItsType() {
        TYPES.forEach((part, types) -> types.forEach(type -> assertThat(of(type).early())
                .containsExactly(part + ", by parameter 'it' of #apply (" + type + ")")));
        THERE.forEach(type -> assertThat(of(type).early()).as(type).isEmpty());
    }

    private static Analysed of(String type) {
        Analysed app = new Analysed().change("@Apply void apply(" + type + " it) { }");
        return type.startsWith("java") && !type.contains("persistence") ? app : app.without(type);
    }

    @Test
    void isFoundByItsSupertype() {
        assertThat(new Analysed().without("io.quarkus.hibernate.orm.panache.PanacheRepository")
                .code("class Products implements io.quarkus.hibernate.orm.panache.PanacheRepository { }")
                .change("@Inject Products products; @Apply void apply() { }").early())
                .containsExactly("Hibernate ORM, by its field 'products' (org.acme.Products)");
        assertThat(new Analysed().library("package jakarta.data.repository; @java.lang.annotation.Retention("
                + "java.lang.annotation.RetentionPolicy.RUNTIME) public @interface Repository { }")
                .code("@jakarta.data.repository.Repository interface Products { }")
                .change("Sell(Products products) { } @Apply void apply() { }").early())
                .containsExactly("Hibernate ORM, by parameter 'products' of its constructor (org.acme.Products)");
    }

    @Test
    void isFoundByItsChannel() {
        assertThat(new Analysed().library("package org.eclipse.microprofile.reactive.messaging;"
                + " @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) public @interface Channel { String value(); }")
                .change("@Apply void apply(@org.eclipse.microprofile.reactive.messaging.Channel(\"orders\") Iterable<String> it)"
                        + " { }")
                .early()).containsExactly("messaging channel orders, by parameter 'it' of #apply (java.lang.Iterable)");
    }

    @Test
    void isNearInABeanAndFarBehindOne() {
        String change = "@Rollback void back(Service service) { } @Apply void apply() { }";
        assertThat(app("class Service { @Inject jakarta.persistence.EntityManager em; }").change(change).early())
                .containsExactly("Hibernate ORM, by parameter 'service' of #back (org.acme.Service), its field 'em'" + MANAGER);
        assertThat(app("class Service { Next next; } class Next { jakarta.persistence.EntityManager em; }").change(change)
                .early()).containsExactly("far: Hibernate ORM, by parameter 'service' of #back (org.acme.Service), its field"
                        + " 'next' (org.acme.Next), its field 'em'" + MANAGER);
    }

    @Test
    void isFarWhereItIsOneOfSeveral() {
        String code = "interface Service { } class Plain implements Service { } class Stored implements Service {"
                + " jakarta.persistence.EntityManager em; }";
        String change = "@Apply void apply(Service service) { }";
        assertThat(app(code).change(change).early()).containsExactly("far: Hibernate ORM, by parameter 'service' of #apply"
                + " (org.acme.Service), which may be a org.acme.Stored, its field 'em'" + MANAGER);
        assertThat(app(code).bean("org.acme.Stored").change(change).early()).singleElement().asString()
                .startsWith("Hibernate ORM");
        assertThat(app(code).bean("org.acme.Plain").change(change).early()).isEmpty();
    }

    @Test
    void theNearestWayIsTold() {
        assertThat(app("class Service { Next next; } class Next { jakarta.persistence.EntityManager em; }")
                .change("@Apply void apply(Service service, jakarta.persistence.EntityManager em) { }").early())
                .containsExactly("Hibernate ORM, by parameter 'em' of #apply" + MANAGER);
    }

    @Test
    void isThereInPhaseApplication() {
        assertThat(
                app("@TargetSystem(\"shop\") @Change(id = \"a\", author = \"team\", order = \"1\", phase = Phase.APPLICATION)"
                        + " class Sell { @Apply void apply(jakarta.persistence.EntityManager em) { } }").early())
                .isEmpty();
    }
}
