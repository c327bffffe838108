package io.quarkiverse.flamingock.deployment.outside;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;

import io.quarkiverse.flamingock.deployment.outside.Client.Binding;

/**
 * Known clients, by the names of their types only: none of these libraries need be there. What is made of them, as a subtype,
 * is found by its supertypes.
 */
final class ClientCatalog implements Catalog {

    /** A client of its own for each interface of the application. */
    static final Client REST_CLIENT = Client.of("another system, by a REST client", "http");

    private static final Set<DotName> GIVEN = Set.of(
            DotName.createSimple("org.eclipse.microprofile.rest.client.inject.RestClient"),
            DotName.createSimple("io.quarkus.grpc.GrpcClient"));
    private static final DotName REGISTER_REST_CLIENT = DotName
            .createSimple("org.eclipse.microprofile.rest.client.inject.RegisterRestClient");

    private static final Client AWS = Client.of("a service of AWS", "aws");

    private final Map<String, Client> types = new HashMap<>();
    private final Map<String, Client> packages = new HashMap<>();

    ClientCatalog() {
        databases();
        brokers();
        others();
    }

    private void databases() {
        types(new Client("a datasource", "database", Binding.DATASOURCE), "javax.sql.DataSource", "javax.sql.XADataSource",
                "io.agroal.api.AgroalDataSource");
        types(new Client("a persistence unit", "database", Binding.PERSISTENCE_UNIT), "jakarta.persistence.EntityManager",
                "jakarta.persistence.EntityManagerFactory", "org.hibernate.SharedSessionContract",
                "org.hibernate.SessionFactory",
                "io.quarkus.hibernate.orm.panache.PanacheEntityBase",
                "io.quarkus.hibernate.orm.panache.PanacheRepositoryBase",
                "io.quarkus.hibernate.orm.panache.kotlin.PanacheEntityBase",
                "io.quarkus.hibernate.orm.panache.kotlin.PanacheRepositoryBase");
        types(new Client("a database, by a connection of its own", "database", Binding.CONNECTION), "java.sql.Connection");
        types(Client.of("a database, by a connection of its own", "database"), "java.sql.DriverManager");
        types(Client.of("a database, by the reactive client", "database"), "io.vertx.sqlclient.SqlClient",
                "io.vertx.sqlclient.Pool", "io.vertx.pgclient.PgPool", "io.vertx.mysqlclient.MySQLPool",
                "io.vertx.mssqlclient.MSSQLPool", "io.vertx.oracleclient.OraclePool", "io.vertx.db2client.DB2Pool",
                "io.r2dbc.spi.ConnectionFactory", "org.hibernate.reactive.mutiny.Mutiny$SessionFactory",
                "org.hibernate.reactive.stage.Stage$SessionFactory");
        types(new Client("a MongoDB client", "mongodb", Binding.MONGODB), "com.mongodb.client.MongoCluster",
                "com.mongodb.client.MongoClient", "com.mongodb.client.MongoDatabase", "com.mongodb.client.MongoCollection",
                "io.quarkus.mongodb.panache.PanacheMongoEntityBase",
                "io.quarkus.mongodb.panache.PanacheMongoRepositoryBase",
                "io.quarkus.mongodb.panache.kotlin.PanacheMongoEntityBase",
                "io.quarkus.mongodb.panache.kotlin.PanacheMongoRepositoryBase");
        types(Client.of("MongoDB, by a client of its own", "mongodb"), "com.mongodb.client.MongoClients");
        Client reactive = Client.of("MongoDB, by the reactive client", "mongodb");
        packages(reactive, "com.mongodb.reactivestreams.client.", "io.quarkus.mongodb.panache.reactive.");
        types(reactive, "io.quarkus.mongodb.reactive.ReactiveMongoClient", "io.quarkus.mongodb.reactive.ReactiveMongoDatabase",
                "io.quarkus.mongodb.reactive.ReactiveMongoCollection");
        types(Client.of("another database", "database"), "org.neo4j.driver.Driver",
                "com.datastax.oss.driver.api.core.session.Session");
    }

    private void brokers() {
        types(Client.of("Kafka", "kafka"), "org.apache.kafka.clients.producer.Producer",
                "org.apache.kafka.clients.producer.KafkaProducer", "org.apache.kafka.clients.consumer.Consumer",
                "org.apache.kafka.clients.consumer.KafkaConsumer", "org.apache.kafka.clients.admin.Admin",
                "org.apache.kafka.clients.admin.AdminClient", "org.apache.kafka.clients.admin.KafkaAdminClient",
                "org.apache.kafka.streams.KafkaStreams", "io.smallrye.reactive.messaging.kafka.KafkaClientService",
                "io.smallrye.reactive.messaging.kafka.KafkaProducer", "io.vertx.kafka.client.producer.KafkaProducer",
                "io.vertx.kafka.admin.KafkaAdminClient");
        types(Client.of("a messaging channel", "messages"), "org.eclipse.microprofile.reactive.messaging.Emitter",
                "io.smallrye.reactive.messaging.EmitterType", "io.smallrye.reactive.messaging.MutinyEmitter",
                "io.smallrye.reactive.messaging.kafka.transactions.KafkaTransactions");
        types(Client.of("a message broker", "messages"), "com.rabbitmq.client.ConnectionFactory",
                "com.rabbitmq.client.Connection", "com.rabbitmq.client.Channel", "io.quarkiverse.rabbitmqclient.RabbitMQClient",
                "io.vertx.rabbitmq.RabbitMQClient", "io.vertx.amqp.AmqpClient", "io.vertx.mqtt.MqttClient",
                "org.apache.pulsar.client.api.PulsarClient", "org.apache.pulsar.client.api.Producer",
                "io.nats.client.Connection",
                "jakarta.jms.ConnectionFactory", "jakarta.jms.XAConnectionFactory", "jakarta.jms.Connection",
                "jakarta.jms.Session", "jakarta.jms.JMSContext", "jakarta.jms.JMSProducer", "jakarta.jms.MessageProducer");
    }

    private void others() {
        Client redis = Client.of("Redis", "redis");
        packages(redis, "io.quarkus.redis.datasource.", "io.quarkus.redis.client.");
        types(redis, "io.vertx.redis.client.Redis", "io.vertx.redis.client.RedisAPI", "io.lettuce.core.RedisClient",
                "redis.clients.jedis.Jedis", "redis.clients.jedis.JedisPool", "redis.clients.jedis.UnifiedJedis",
                "org.redisson.api.RedissonClient");
        types(Client.of("a mail server", "mail"), "io.quarkus.mailer.Mailer", "io.quarkus.mailer.MailTemplate",
                "io.quarkus.mailer.MailTemplate$MailTemplateInstance", "io.quarkus.mailer.reactive.ReactiveMailer",
                "io.vertx.ext.mail.MailClient", "jakarta.mail.Transport", "jakarta.mail.Session");
        types(Client.of("another system, by HTTP", "http"), "java.net.http.HttpClient", "java.net.http.WebSocket",
                "java.net.HttpURLConnection", "jakarta.ws.rs.client.Client", "jakarta.ws.rs.client.ClientBuilder",
                "jakarta.ws.rs.client.WebTarget", "org.eclipse.microprofile.rest.client.RestClientBuilder",
                "io.vertx.ext.web.client.WebClient", "io.vertx.core.http.HttpClient", "okhttp3.OkHttpClient",
                "org.apache.http.client.HttpClient", "org.apache.hc.client5.http.classic.HttpClient",
                "org.apache.hc.client5.http.async.HttpAsyncClient", "io.grpc.Channel", "io.grpc.stub.AbstractStub");
        types(Client.of("Infinispan", "cache"), "org.infinispan.client.hotrod.RemoteCache",
                "org.infinispan.client.hotrod.RemoteCacheContainer", "org.infinispan.client.hotrod.RemoteCacheManager");
        types(Client.of("a search index", "search"), "org.elasticsearch.client.RestClient",
                "co.elastic.clients.elasticsearch.ElasticsearchClient",
                "co.elastic.clients.elasticsearch.ElasticsearchAsyncClient", "org.opensearch.client.RestClient",
                "org.opensearch.client.opensearch.OpenSearchClient");
        types(Client.of("an object store", "files"), "io.minio.MinioClient", "io.minio.MinioAsyncClient",
                "com.google.cloud.storage.Storage", "com.azure.storage.blob.BlobServiceClient");
        types(Client.of("Kubernetes", "kubernetes"), "io.fabric8.kubernetes.client.Client");
        packages(Client.of("a secret store", "secrets"), "io.quarkus.vault.");
    }

    private void types(Client client, String... names) {
        for (String name : names) {
            types.put(name, client);
        }
    }

    private void packages(Client client, String... prefixes) {
        for (String prefix : prefixes) {
            packages.put(prefix, client);
        }
    }

    @Override
    public Client given(DotName annotation) {
        return GIVEN.contains(annotation) ? REST_CLIENT : null;
    }

    @Override
    public Client declared(ClassInfo type) {
        return type.hasDeclaredAnnotation(REGISTER_REST_CLIENT) ? REST_CLIENT : null;
    }

    @Override
    public Client find(DotName type) {
        // Vert.x has each of its clients once more, for Mutiny.
        String name = type.toString().replace("io.vertx.mutiny.", "io.vertx.");
        Client known = types.get(name);
        if (known != null) {
            return known;
        }
        if (name.startsWith("software.amazon.awssdk.") && name.endsWith("Client")) {
            return AWS;
        }
        for (Map.Entry<String, Client> each : packages.entrySet()) {
            if (name.startsWith(each.getKey())) {
                return each.getValue();
            }
        }
        return null;
    }
}
