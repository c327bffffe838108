package io.quarkiverse.flamingock.runtime.jdbc;

import java.text.MessageFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * What a class writes to its log while this is open.
 */
public final class LogCapture extends Handler implements AutoCloseable {

    private final Logger logger;
    private final List<String> messages = new CopyOnWriteArrayList<>();

    public LogCapture(Class<?> source) {
        this(source.getName());
    }

    public LogCapture(String name) {
        logger = Logger.getLogger(name);
        logger.addHandler(this);
    }

    public List<String> messages() {
        return messages;
    }

    @Override
    public void publish(LogRecord record) {
        Object[] parameters = record.getParameters();
        messages.add(parameters == null ? record.getMessage()
                : record.getMessage().contains("{0}")
                        ? MessageFormat.format(record.getMessage(), parameters)
                        : String.format(record.getMessage(), parameters));
    }

    @Override
    public void flush() {
    }

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
