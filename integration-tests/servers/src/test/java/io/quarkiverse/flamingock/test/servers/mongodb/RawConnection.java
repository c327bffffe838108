package io.quarkiverse.flamingock.test.servers.mongodb;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import org.bson.BsonBinary;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/**
 * A connection that sends commands as they are: a driver would not send some of them.
 */
final class RawConnection implements AutoCloseable {

    private static final int HEADER = 16;
    private static final int OP_MSG = 2013;
    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

    private final Socket socket;

    /**
     * @param uri a connection string with one host and without a user
     */
    RawConnection(String uri) throws IOException {
        String[] address = uri.replaceAll("^mongodb://([^/,?]+).*$", "$1").split(":");
        socket = new Socket(address[0], address.length == 1 ? 27017 : Integer.parseInt(address[1]));
        socket.setTcpNoDelay(true);
    }

    BsonDocument run(String database, BsonDocument command) throws IOException {
        BsonDocument complete = command.clone();
        complete.put("$db", new BsonString(database));
        BasicOutputBuffer body = new BasicOutputBuffer();
        CODEC.encode(new BsonBinaryWriter(body), complete, EncoderContext.builder().build());
        byte[] bytes = body.toByteArray();
        ByteBuffer message = little(HEADER + 5 + bytes.length);
        message.putInt(message.capacity()).putInt(1).putInt(0).putInt(OP_MSG).putInt(0).put((byte) 0).put(bytes);
        socket.getOutputStream().write(message.array());

        DataInputStream in = new DataInputStream(socket.getInputStream());
        ByteBuffer header = little(HEADER);
        in.readFully(header.array());
        ByteBuffer answer = little(header.getInt() - HEADER);
        in.readFully(answer.array());
        answer.position(5);
        return CODEC.decode(new BsonBinaryReader(answer.slice().order(ByteOrder.LITTLE_ENDIAN)),
                DecoderContext.builder().build());
    }

    /** As a user of that name, by the mechanism PLAIN. */
    RawConnection signIn(String user) throws IOException {
        run("$external", new BsonDocument("saslStart", new BsonInt32(1)).append("mechanism", new BsonString("PLAIN"))
                .append("payload", new BsonBinary(("\0" + user + "\0secret").getBytes(StandardCharsets.UTF_8))));
        return this;
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
