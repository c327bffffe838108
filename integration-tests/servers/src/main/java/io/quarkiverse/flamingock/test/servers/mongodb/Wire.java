package io.quarkiverse.flamingock.test.servers.mongodb;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * Messages as they are on the wire: OP_MSG, and OP_QUERY with OP_REPLY, which drivers use to greet.
 */
final class Wire {

    private static final int OP_REPLY = 1;
    private static final int OP_QUERY = 2004;
    private static final int OP_MSG = 2013;
    private static final int HEADER = 16;
    private static final int CHECKSUM_PRESENT = 1;
    private static final int MORE_TO_COME = 2;

    /**
     * @param id what the answer names
     * @param legacy whether it is an OP_QUERY
     * @param silent whether the client wants no answer
     * @param database the database
     * @param command the command, with its document sequences
     */
    record Request(int id, boolean legacy, boolean silent, String database, Document command) {
    }

    private Wire() {
    }

    /** The next request, or null at the end. */
    static Request read(DataInputStream in) throws IOException {
        byte[] header = new byte[HEADER];
        try {
            in.readFully(header);
        } catch (EOFException e) {
            return null;
        }
        ByteBuf head = Unpooled.wrappedBuffer(header);
        int length = head.readIntLE();
        int id = head.readIntLE();
        head.readIntLE();
        int operation = head.readIntLE();
        byte[] rest = new byte[length - HEADER];
        in.readFully(rest);
        ByteBuf body = Unpooled.wrappedBuffer(rest);
        return switch (operation) {
            case OP_MSG -> message(id, body);
            case OP_QUERY -> query(id, body);
            default -> throw new IOException("The stand-in for MongoDB does not know operation " + operation);
        };
    }

    private static Request message(int id, ByteBuf body) {
        int flags = body.readIntLE();
        int end = body.writerIndex() - ((flags & CHECKSUM_PRESENT) == 0 ? 0 : 4);
        Document command = null;
        Document sequences = new Document();
        while (body.readerIndex() < end) {
            if (body.readByte() == 0) {
                command = BsonDecoder.decodeBson(body);
            } else {
                int until = body.readerIndex() + body.readIntLE();
                String name = BsonDecoder.decodeCString(body);
                List<Document> documents = new ArrayList<>();
                while (body.readerIndex() < until) {
                    documents.add(BsonDecoder.decodeBson(body));
                }
                sequences.put(name, documents);
            }
        }
        command.putAll(sequences);
        return new Request(id, false, (flags & MORE_TO_COME) != 0, (String) command.get("$db"), command);
    }

    private static Request query(int id, ByteBuf body) {
        body.readIntLE();
        String collection = BsonDecoder.decodeCString(body);
        body.readLongLE();
        Document command = BsonDecoder.decodeBson(body);
        if (command.get("$query") instanceof Document inner) {
            command = inner;
        }
        return new Request(id, true, false, collection.substring(0, collection.indexOf('.')), command);
    }

    static void write(OutputStream out, Request request, Document answer) throws IOException {
        ByteBuf body = Unpooled.buffer();
        if (request.legacy()) {
            body.writeIntLE(8).writeLongLE(0).writeIntLE(0).writeIntLE(1);
        } else {
            body.writeIntLE(0).writeByte(0);
        }
        BsonEncoder.encodeDocument(answer, body);
        ByteBuf message = Unpooled.buffer(HEADER + body.readableBytes());
        message.writeIntLE(HEADER + body.readableBytes()).writeIntLE(0).writeIntLE(request.id())
                .writeIntLE(request.legacy() ? OP_REPLY : OP_MSG).writeBytes(body);
        out.write(message.array(), 0, message.readableBytes());
        out.flush();
    }
}
