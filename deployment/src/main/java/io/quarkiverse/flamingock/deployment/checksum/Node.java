package io.quarkiverse.flamingock.deployment.checksum;

import java.util.ArrayList;
import java.util.List;

import org.objectweb.asm.tree.analysis.Value;

/**
 * Something that code computes or does: a vertex of the graph that is hashed.
 */
class Node implements Value {

    /** What becomes of a node of which nobody uses the result. */
    enum Kind {
        /** A value without a place of its own in time. */
        PURE,
        /** Has its place among the effects, and is left out where nobody uses it. */
        READ,
        /** Fills an array: left out where nobody uses a new array. */
        STORE,
        /** Always there. */
        EFFECT
    }

    /** Where an effect goes on when it fails. */
    record Escape(String type, Node typeClass, Block handler) {
    }

    private final int size;
    /** What it is; of what differs between compilers it says nothing. */
    String label;
    Kind kind;
    /** What it is made of, in order. */
    final List<Node> inputs = new ArrayList<>();
    /** What it needs without saying so: captured by code that names it itself. */
    final List<Node> silent = new ArrayList<>();
    /** Where it leads, in order; known after linking. */
    final List<Node> edges = new ArrayList<>();
    /** Where it may go on, innermost first. */
    List<Escape> escapes = List.of();
    /** The constant that it is; null where it is none. */
    Object constant;
    boolean live;
    private Node replacement;

    Node(Kind kind, String label, int size, List<? extends Node> inputs) {
        this.kind = kind;
        this.label = label;
        this.size = size;
        this.inputs.addAll(inputs);
    }

    static Node pure(String label, int size, Node... inputs) {
        return new Node(Kind.PURE, label, size, List.of(inputs));
    }

    static Node constant(Object value) {
        String type = value.getClass().getSimpleName();
        String text = value instanceof Float number ? Integer.toString(Float.floatToIntBits(number))
                : value instanceof Double number ? Long.toString(Double.doubleToLongBits(number)) : value.toString();
        Node node = pure(type + " " + text, value instanceof Long || value instanceof Double ? 2 : 1);
        node.constant = value;
        return node;
    }

    @Override
    public int getSize() {
        return size;
    }

    void become(Node other) {
        replacement = other;
    }

    boolean isReplaced() {
        return replacement != null;
    }

    /** What stands for it. */
    Node resolved() {
        Node node = this;
        while (node.replacement != null) {
            node = node.replacement;
        }
        return node;
    }

    Node input(int index) {
        return inputs.get(index).resolved();
    }

    boolean isNull() {
        return label.equals("null");
    }

    /** Is it the same value, as far as that is known? */
    boolean isSame(Node other) {
        if (this == other) {
            return true;
        }
        if (kind != Kind.PURE || other.kind != Kind.PURE || this instanceof Phi || !label.equals(other.label)) {
            return false;
        }
        if (inputs.isEmpty()) {
            return isNull() || constant != null && constant.equals(other.constant);
        }
        return label.startsWith("get ") && inputs.size() == other.inputs.size() && input(0).isSame(other.input(0));
    }

    @Override
    public String toString() {
        return label;
    }
}
