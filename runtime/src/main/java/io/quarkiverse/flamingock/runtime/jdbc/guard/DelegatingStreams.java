package io.quarkiverse.flamingock.runtime.jdbc.guard;

import java.io.InputStream;
import java.io.Reader;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Passes on parameters that are read from streams.
 */
abstract class DelegatingStreams extends DelegatingParameters implements PreparedStatement {

    DelegatingStreams(PreparedStatement statement, Connection connection, Watch watch) {
        super(statement, connection, watch);
    }

    @Override
    public void setBlob(int index, Blob value) throws SQLException {
        statement().setBlob(index, value);
    }

    @Override
    public void setClob(int index, Clob value) throws SQLException {
        statement().setClob(index, value);
    }

    @Override
    public void setNClob(int index, NClob value) throws SQLException {
        statement().setNClob(index, value);
    }

    @Override
    public void setAsciiStream(int index, InputStream value) throws SQLException {
        statement().setAsciiStream(index, value);
    }

    @Override
    public void setBinaryStream(int index, InputStream value) throws SQLException {
        statement().setBinaryStream(index, value);
    }

    @Override
    public void setBlob(int index, InputStream value) throws SQLException {
        statement().setBlob(index, value);
    }

    @Override
    public void setCharacterStream(int index, Reader value) throws SQLException {
        statement().setCharacterStream(index, value);
    }

    @Override
    public void setNCharacterStream(int index, Reader value) throws SQLException {
        statement().setNCharacterStream(index, value);
    }

    @Override
    public void setClob(int index, Reader value) throws SQLException {
        statement().setClob(index, value);
    }

    @Override
    public void setNClob(int index, Reader value) throws SQLException {
        statement().setNClob(index, value);
    }

    @Override
    public void setAsciiStream(int index, InputStream value, int length) throws SQLException {
        statement().setAsciiStream(index, value, length);
    }

    @Override
    public void setBinaryStream(int index, InputStream value, int length) throws SQLException {
        statement().setBinaryStream(index, value, length);
    }

    @Override
    public void setCharacterStream(int index, Reader value, int length) throws SQLException {
        statement().setCharacterStream(index, value, length);
    }

    @Override
    public void setAsciiStream(int index, InputStream value, long length) throws SQLException {
        statement().setAsciiStream(index, value, length);
    }

    @Override
    public void setBinaryStream(int index, InputStream value, long length) throws SQLException {
        statement().setBinaryStream(index, value, length);
    }

    @Override
    public void setCharacterStream(int index, Reader value, long length) throws SQLException {
        statement().setCharacterStream(index, value, length);
    }

    @Override
    public void setNCharacterStream(int index, Reader value, long length) throws SQLException {
        statement().setNCharacterStream(index, value, length);
    }

    @Override
    public void setClob(int index, Reader value, long length) throws SQLException {
        statement().setClob(index, value, length);
    }

    @Override
    public void setBlob(int index, InputStream value, long length) throws SQLException {
        statement().setBlob(index, value, length);
    }

    @Override
    public void setNClob(int index, Reader value, long length) throws SQLException {
        statement().setNClob(index, value, length);
    }
}
