package org.acme.loyalty;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;

/**
 * A broker in this process, with what it holds as a test sees it.
 */
final class KafkaServer implements AutoCloseable {

    private final KafkaRaftServer server;
    private final Admin admin;
    final String bootstrap;

    KafkaServer() throws Exception {
        Path directory = Files.createTempDirectory("kafka");
        bootstrap = "localhost:" + Servers.freePort();
        String controller = "localhost:" + Servers.freePort();
        new Formatter().setNodeId(1).setClusterId("AAAAAAAAAAAAAAAAAAAAAA").setDirectories(Set.of(directory.toString()))
                .setMetadataLogDirectory(directory.toString()).setControllerListenerName("CONTROLLER")
                .setPrintStream(System.out).run();
        server = new KafkaRaftServer(KafkaConfig.fromProps(properties(directory, controller)), Time.SYSTEM);
        server.startup();
        admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
    }

    private Properties properties(Path directory, String controller) {
        Properties properties = new Properties();
        properties.putAll(Map.of("process.roles", "broker,controller", "node.id", "1", "log.dirs", directory.toString(),
                "controller.quorum.voters", "1@" + controller, "controller.listener.names", "CONTROLLER",
                "listeners", "PLAINTEXT://" + bootstrap + ",CONTROLLER://" + controller,
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "auto.create.topics.enable", "false"));
        return properties;
    }

    Set<String> topics() throws ExecutionException, InterruptedException {
        return new HashSet<>(admin.listTopics().names().get());
    }

    /** The number of its partitions. */
    int partitions(String topic) throws ExecutionException, InterruptedException {
        return admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().size();
    }

    void delete(Set<String> topics) throws ExecutionException, InterruptedException {
        admin.deleteTopics(topics).all().get();
    }

    @Override
    public void close() {
        admin.close();
        server.shutdown();
        server.awaitShutdown();
    }
}
