package io.quarkiverse.flamingock.test.servers.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;

import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.flamingock.test.servers.TestMongo;

/**
 * Every scenario that was recorded on a real server, none left out.
 */
class ConformanceTest {

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
    @MethodSource("scenarios")
    void answersAsRecorded(String name, BsonDocument scenario) throws Exception {
        boolean standAlone = new BsonString("stand-alone").equals(scenario.get("server"));
        try (Scenario played = new Scenario(standAlone ? TestMongo.standAloneUri() : TestMongo.uri(),
                "conf_" + UUID.randomUUID().toString().substring(0, 8))) {
            played.play(scenario);
        }
    }
}
