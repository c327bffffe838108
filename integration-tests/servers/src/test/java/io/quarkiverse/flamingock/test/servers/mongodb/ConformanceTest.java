package io.quarkiverse.flamingock.test.servers.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;

import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.flamingock.test.servers.TestMongo;

/**
 * Every scenario that was recorded on a real server, none left out; on a server of a later version those whose name says that
 * it answers otherwise.
 */
class ConformanceTest {

    /** That of MongoDB 4.2, whose answers were recorded. */
    private static final int WIRE_VERSION = 8;

    static Stream<Arguments> scenariosOfThisVersion() throws IOException {
        boolean later = wireVersion() > WIRE_VERSION;
        return scenarios().filter(scenario -> !later || !scenario.get()[0].toString().contains("4.2: refused"));
    }

    private static int wireVersion() throws IOException {
        try (RawConnection server = new RawConnection(TestMongo.uri())) {
            return server.run("admin", new BsonDocument("isMaster", new BsonInt32(1))).getNumber("maxWireVersion").intValue();
        }
    }

    static Stream<Arguments> scenarios() throws IOException {
        try (InputStream in = ConformanceTest.class.getResourceAsStream("/mongodb-conformance.json")) {
            BsonArray scenarios = BsonArray.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return scenarios.stream().map(BsonValue::asDocument)
                    .map(scenario -> Arguments.of(scenario.getString("name").getValue(), scenario));
        }
    }

    @Test
    void allAreHere() throws IOException {
        assertThat(scenarios()).hasSize(45);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenariosOfThisVersion")
    void answersAsRecorded(String name, BsonDocument scenario) throws Exception {
        boolean standAlone = new BsonString("stand-alone").equals(scenario.get("server"));
        try (Scenario played = new Scenario(standAlone ? TestMongo.standAloneUri() : TestMongo.uri(),
                "conf_" + UUID.randomUUID().toString().substring(0, 8))) {
            played.play(scenario);
        }
    }
}
