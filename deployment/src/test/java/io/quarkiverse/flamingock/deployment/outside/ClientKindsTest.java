package io.quarkiverse.flamingock.deployment.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/**
 * Every kind of client that a change may be given, none of which need be on the class path.
 */
class ClientKindsTest {

    private static final List<Kind> KINDS = List.of(
            new Kind("a database, by the reactive client",
                    List.of("io.vertx.sqlclient.Pool", "io.vertx.mutiny.sqlclient.Pool", "io.vertx.mutiny.pgclient.PgPool")),
            new Kind("MongoDB, by the reactive client",
                    List.of("io.quarkus.mongodb.reactive.ReactiveMongoClient",
                            "com.mongodb.reactivestreams.client.MongoClient")),
            new Kind("another database", List.of("org.neo4j.driver.Driver")),
            new Kind("Kafka",
                    List.of("org.apache.kafka.clients.producer.Producer", "org.apache.kafka.clients.producer.KafkaProducer",
                            "org.apache.kafka.clients.admin.AdminClient", "org.apache.kafka.clients.admin.Admin",
                            "io.smallrye.reactive.messaging.kafka.KafkaClientService")),
            new Kind("a messaging channel",
                    List.of("org.eclipse.microprofile.reactive.messaging.Emitter",
                            "io.smallrye.reactive.messaging.MutinyEmitter")),
            new Kind("a message broker",
                    List.of("jakarta.jms.ConnectionFactory", "jakarta.jms.JMSContext", "com.rabbitmq.client.Channel")),
            new Kind("Redis",
                    List.of("io.quarkus.redis.datasource.RedisDataSource",
                            "io.quarkus.redis.datasource.ReactiveRedisDataSource",
                            "io.quarkus.redis.datasource.value.ValueCommands", "io.vertx.mutiny.redis.client.RedisAPI")),
            new Kind("a mail server",
                    List.of("io.quarkus.mailer.Mailer", "io.quarkus.mailer.MailTemplate",
                            "io.quarkus.mailer.reactive.ReactiveMailer")),
            new Kind("another system, by HTTP",
                    List.of("jakarta.ws.rs.client.Client", "io.vertx.ext.web.client.WebClient",
                            "io.vertx.mutiny.ext.web.client.WebClient", "io.grpc.Channel")),
            new Kind("a service of AWS",
                    List.of("software.amazon.awssdk.services.s3.S3Client", "software.amazon.awssdk.services.sqs.SqsAsyncClient",
                            "software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient")),
            new Kind("Infinispan", List.of("org.infinispan.client.hotrod.RemoteCache")),
            new Kind("a search index",
                    List.of("org.elasticsearch.client.RestClient", "co.elastic.clients.elasticsearch.ElasticsearchClient")),
            new Kind("an object store", List.of("io.minio.MinioClient")),
            new Kind("Kubernetes", List.of("io.fabric8.kubernetes.client.Client")),
            new Kind("a secret store", List.of("io.quarkus.vault.VaultKVSecretEngine")));

    private static final List<String> NONE = List.of("software.amazon.awssdk.regions.Region",
            "org.apache.kafka.common.serialization.Serializer", "io.vertx.core.json.JsonObject", "io.quarkus.mailer.Mail",
            "jakarta.jms.Message", "org.bson.Document");

    private record Kind(String reached, List<String> types) {
    }

    @Test
    void areFoundInParameters() {
        List<String> expected = new ArrayList<>();
        List<String> types = new ArrayList<>(NONE);
        for (Kind kind : KINDS) {
            for (String type : kind.types()) {
                expected.add(kind.reached() + ", by parameter 'p" + types.size() + "' of #apply (" + type + ")");
                types.add(type);
            }
        }
        List<String> parameters = new ArrayList<>();
        types.forEach(type -> parameters.add(type + " p" + parameters.size()));
        Analysed app = new Analysed().without(types.toArray(String[]::new))
                .change("@Apply void apply(" + String.join(", ", parameters) + ") { }");
        assertThat(app.effects(Analysed.JDBC)).containsExactlyElementsOf(expected);
        assertThat(app.effects(Analysed.MONGODB)).containsExactlyElementsOf(expected);
    }

    @Test
    void clientsOfTheJdk() {
        assertThat(new Analysed().change("""
                @Inject java.net.http.HttpClient http;
                @Apply void apply() { }
                """).effects(Analysed.JDBC)).containsExactly(
                "another system, by HTTP, by its field 'http' (java.net.http.HttpClient)");
    }

    @Test
    void subtypesOfLibraries() {
        assertThat(new Analysed().without("io.grpc.Channel")
                .library("package com.lib; public interface Special extends Usual { }")
                .library("package com.lib; public interface Usual extends io.grpc.Channel { }")
                .change("@Apply void apply(com.lib.Special client) { }").effects(Analysed.JDBC)).containsExactly(
                        "another system, by HTTP, by parameter 'client' of #apply (com.lib.Special)");
    }

    @Test
    void restClients() {
        String annotations = "package org.eclipse.microprofile.rest.client.inject; import java.lang.annotation.*;"
                + " @Retention(RetentionPolicy.RUNTIME) ";
        assertThat(new Analysed().library(annotations + "@jakarta.inject.Qualifier public @interface RestClient { }")
                .library(annotations + "public @interface RegisterRestClient { }")
                .code("@org.eclipse.microprofile.rest.client.inject.RegisterRestClient interface Prices { }"
                        + " interface Stock { }")
                .change("""
                        @Apply void apply(@org.eclipse.microprofile.rest.client.inject.RestClient Stock stock, Prices prices,
                            List<String> none) { }
                        """).effects(Analysed.JDBC)).containsExactly(
                        "another system, by a REST client, by parameter 'stock' of #apply (org.acme.Stock)",
                        "another system, by a REST client, by parameter 'prices' of #apply (org.acme.Prices)");
    }

    @Test
    void channelsAreNamed() {
        assertThat(new Analysed().without("org.eclipse.microprofile.reactive.messaging.Emitter")
                .library("package org.eclipse.microprofile.reactive.messaging; import java.lang.annotation.*;"
                        + " @jakarta.inject.Qualifier @Retention(RetentionPolicy.RUNTIME)"
                        + " public @interface Channel { String value(); }")
                .change("""
                        @Inject @org.eclipse.microprofile.reactive.messaging.Channel("orders")
                        org.eclipse.microprofile.reactive.messaging.Emitter orders;
                        @Apply void apply() { }
                        """).effects(Analysed.MONGODB)).containsExactly("messaging channel orders, by its field 'orders'"
                        + " (org.eclipse.microprofile.reactive.messaging.Emitter)");
    }

    @Test
    void everyPlaceOfAChange() {
        assertThat(new Analysed().without("io.quarkus.mailer.Mailer").change("""
                Sell(io.quarkus.mailer.Mailer mailer) { }
                @Inject io.quarkus.mailer.Mailer field;
                @Inject void set(io.quarkus.mailer.Mailer mailer) { }
                @Apply void apply(io.quarkus.mailer.Mailer mailer) { }
                @Rollback void rollback(io.quarkus.mailer.Mailer mailer) { }
                @Probe ProbeResult probe(io.quarkus.mailer.Mailer mailer) { return null; }
                """).all(Analysed.JDBC)).extracting(effect -> effect.applies() + " " + effect.way()).containsExactly(
                "true parameter 'mailer' of its constructor (io.quarkus.mailer.Mailer)",
                "true its field 'field' (io.quarkus.mailer.Mailer)",
                "true parameter 'mailer' of #set (io.quarkus.mailer.Mailer)",
                "true parameter 'mailer' of #apply (io.quarkus.mailer.Mailer)",
                "false parameter 'mailer' of #rollback (io.quarkus.mailer.Mailer)",
                "false parameter 'mailer' of #probe (io.quarkus.mailer.Mailer)");
    }
}
