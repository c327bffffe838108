package io.quarkiverse.flamingock.test.servers.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What was seen on a server between MongoDB 4.4 and 5.0, and is not in the recording.
 */
class LaterServerTest {

    private static final String DATABASE = "later";
    private static final BsonDocument ALL = BsonDocument.parse("{find: 'c', filter: {}}");

    private final MongoStandIn server = MongoStandIn.startLater();
    private RawConnection outside;
    private RawSession session;

    @BeforeEach
    void connect() throws Exception {
        outside = new RawConnection(server.uri());
        session = new RawSession(server.uri());
    }

    @AfterEach
    void close() throws Exception {
        session.cut();
        outside.close();
        server.close();
    }

    @Test
    void collectionsAndIndexesAreCreatedWithTheirTransaction() throws Exception {
        begin("{create: 'c'}");
        in("{createIndexes: 'c', indexes: [{key: {a: 1}, name: 'a', unique: true}]}", 1);
        in("{insert: 'c', documents: [{_id: 1, a: 1}]}", 1);
        in("{insert: 'd', documents: [{_id: 1}]}", 1);
        assertThat(names()).isEmpty();
        assertThat(end("commit").getNumber("ok").intValue()).isOne();
        assertThat(names()).containsExactly("c", "d");
        assertThat(outside.run(DATABASE, ALL).getDocument("cursor").getArray("firstBatch")).hasSize(1);
        assertThat(outside.run(DATABASE, BsonDocument.parse("{listIndexes: 'c'}")).getDocument("cursor")
                .getArray("firstBatch")).hasSize(2);
    }

    @Test
    void anAbortUndoesThem() throws Exception {
        begin("{create: 'c'}");
        end("abort");
        assertThat(names()).isEmpty();
        begin("{create: 'c'}");
        assertThat(end("commit").getNumber("ok").intValue()).isOne();
    }

    @Test
    void anotherReadConcernIsRefused() throws Exception {
        for (String command : new String[] { "{create: 'c'}",
                "{createIndexes: 'c', indexes: [{key: {a: 1}, name: 'a'}]}" }) {
            BsonDocument answer = session.run(step("begin"), DATABASE, BsonDocument.parse(command));
            assertThat(answer.getNumber("code").intValue()).isEqualTo(72);
            assertThat(answer.getString("errmsg").getValue())
                    .contains("does not support this transaction's { readConcern: { level: \"snapshot\"");
        }
    }

    @Test
    void indexesOfCollectionsThatWereThereAreRefused() throws Exception {
        outside.run(DATABASE, BsonDocument.parse("{insert: 'c', documents: [{_id: 1}]}"));
        begin("{find: 'c', filter: {}}");
        BsonDocument answer = in("{createIndexes: 'c', indexes: [{key: {a: 1}, name: 'a'}]}", 0);
        assertThat(answer.getNumber("code").intValue()).isEqualTo(263);
    }

    @Test
    void whoeverCreatesTheSameIsInTheWay() throws Exception {
        RawSession other = new RawSession(server.uri());
        begin("{create: 'c'}");
        BsonDocument answer = other.run(step("begin").append("readConcern", new BsonString("local")), DATABASE,
                BsonDocument.parse("{create: 'c'}"));
        assertThat(answer.getNumber("code").intValue()).isEqualTo(112);
        other.cut();
    }

    private void begin(String command) throws Exception {
        BsonDocument answer = session.run(step("begin").append("readConcern", new BsonString("local")), DATABASE,
                BsonDocument.parse(command));
        assertThat(answer.getNumber("ok").intValue()).as("%s", answer).isOne();
    }

    private BsonDocument in(String command, int ok) throws Exception {
        BsonDocument answer = session.run(step("in"), DATABASE, BsonDocument.parse(command));
        assertThat(answer.getNumber("ok").intValue()).as("%s", answer).isEqualTo(ok);
        return answer;
    }

    private BsonDocument end(String how) throws Exception {
        return session.run(step(how), DATABASE, null);
    }

    private Iterable<String> names() throws Exception {
        return outside.run(DATABASE, BsonDocument.parse("{listCollections: 1, nameOnly: true}")).getDocument("cursor")
                .getArray("firstBatch").stream().map(each -> each.asDocument().getString("name").getValue()).toList();
    }

    private static BsonDocument step(String transaction) {
        return BsonDocument.parse("{transaction: '" + transaction + "'}");
    }
}
