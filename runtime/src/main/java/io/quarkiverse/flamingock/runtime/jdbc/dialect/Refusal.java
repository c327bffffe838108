package io.quarkiverse.flamingock.runtime.jdbc.dialect;

import java.io.EOFException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

/**
 * Why a database can't be used, as far as its error tells. Of all products at once: where there is no connection, nobody knows
 * the dialect, and their codes differ.
 */
public enum Refusal {

    /** Nothing answers, the host is unknown, or the server is just starting. */
    UNREACHABLE,
    /** The server is there and has no connection left. */
    FULL,
    /** The user, or the password. */
    WRONG_PASSWORD,
    NO_DATABASE,
    NO_SCHEMA,
    READ_ONLY,
    NO_RIGHTS,
    /** The error does not tell. */
    OTHER;

    /** Of causes, each within the one before. */
    private static final int DEEPEST = 20;

    /**
     * @param error what a database or its driver has met
     * @return why that is
     */
    public static Refusal of(SQLException error) {
        Refusal network = OTHER;
        Throwable each = error;
        for (int deep = 0; each != null && deep < DEEPEST; deep++) {
            Refusal told = each instanceof SQLException sql ? told(sql) : OTHER;
            if (told != OTHER) {
                return told;
            }
            if (each instanceof SSLException) {
                return OTHER;
            }
            if (isOfTheNetwork(each)) {
                network = UNREACHABLE;
            }
            each = each.getCause();
        }
        return network;
    }

    /**
     * @return whether it may be otherwise in a moment, without anybody doing something
     */
    public boolean mayPass() {
        return this == UNREACHABLE || this == FULL;
    }

    /** The last one is the pool's, when no connection came about in time. */
    private static boolean isOfTheNetwork(Throwable error) {
        return error instanceof SocketException || error instanceof UnknownHostException
                || error instanceof SocketTimeoutException || error instanceof EOFException
                || error instanceof TimeoutException;
    }

    private static Refusal told(SQLException error) {
        return switch (error.getErrorCode()) {
            // MariaDB and MySQL
            case 1040, 1203, 1226 -> FULL;
            case 1045, 1698 -> WRONG_PASSWORD;
            case 1049 -> NO_DATABASE;
            case 1044, 1142, 1143, 1227 -> NO_RIGHTS;
            case 1792, 1836 -> READ_ONLY;
            case 1290 -> isReadOnly(error) ? READ_ONLY : OTHER;
            // H2
            case 90013, 90146, 90149 -> NO_DATABASE;
            case 90079 -> NO_SCHEMA;
            case 90040, 90096 -> NO_RIGHTS;
            case 90097 -> READ_ONLY;
            default -> told(String.valueOf(error.getSQLState()));
        };
    }

    /** PostgreSQL, and the standard. */
    private static Refusal told(String state) {
        return switch (state) {
            case "57P03" -> UNREACHABLE;
            case "53300" -> FULL;
            case "3D000" -> NO_DATABASE;
            case "3F000" -> NO_SCHEMA;
            case "25006" -> READ_ONLY;
            case "42501" -> NO_RIGHTS;
            default -> state.startsWith("28") ? WRONG_PASSWORD : OTHER;
        };
    }

    /** Other options of the server have the same code. */
    private static boolean isReadOnly(SQLException error) {
        String message = String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("read-only") || message.contains("read_only");
    }
}
