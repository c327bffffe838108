package io.quarkiverse.flamingock.test.servers;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.text.MessageFormat;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * All that an application tells while it is open: each line of the log, with the errors that it prints. Left out is what the
 * driver of MariaDB tells by itself of each error that it gets.
 */
public final class Told extends Handler implements AutoCloseable {

    private static final String DRIVER = "org.mariadb.jdbc.";

    private final StringWriter text = new StringWriter();
    private final Logger root = Logger.getLogger("");

    private Told() {
    }

    /**
     * @return what is told from now on
     */
    public static Told begin() {
        Told told = new Told();
        told.root.addHandler(told);
        return told;
    }

    /**
     * @param error an error
     * @return what is printed of it, with all that it has with it
     */
    public static String of(Throwable error) {
        StringWriter printed = new StringWriter();
        error.printStackTrace(new PrintWriter(printed, true));
        return printed.toString();
    }

    @Override
    public synchronized void publish(LogRecord record) {
        if (String.valueOf(record.getLoggerName()).startsWith(DRIVER)) {
            return;
        }
        PrintWriter lines = new PrintWriter(text, true);
        Object[] values = record.getParameters();
        lines.println(record.getLoggerName() + " " + line(record.getMessage(), values));
        if (record.getThrown() != null) {
            record.getThrown().printStackTrace(lines);
        }
    }

    private static String line(String message, Object[] values) {
        if (values == null || values.length == 0 || message == null) {
            return message;
        }
        try {
            return message.indexOf('%') >= 0 ? String.format(message, values) : MessageFormat.format(message, values);
        } catch (IllegalArgumentException e) {
            return message + " " + java.util.Arrays.deepToString(values);
        }
    }

    /**
     * @return what was told until now
     */
    public synchronized String text() {
        return text.toString();
    }

    @Override
    public void flush() {
        // nothing is kept back
    }

    @Override
    public void close() {
        root.removeHandler(this);
    }
}
