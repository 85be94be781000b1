package org.rovingpm.modelcheck.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Handle;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;

/**
 * Finds in the code of a delegate or listener which variables it sets, and which it cannot do without. The names stand there as
 * constants of the contracts; static helpers are followed. What a class called {@code Step…} reads is needed: it is read without
 * asking whether it is there.
 */
final class VariablesInCode {

    private static final String OURS = "org/rovingpm/";

    /** The variables that a bean sets, and those that it needs. */
    record Variables(Set<String> set, Set<String> needed) {}

    private record Method(List<String> set, List<String> read, List<String> calls) {}

    private final Map<String, Map<String, Method>> classes = new HashMap<>();

    Variables of(Class<?> bean) {
        Variables found = new Variables(new HashSet<>(), new HashSet<>());
        String name = bean.getName().replace('.', '/');
        Set<String> seen = new HashSet<>();
        methods(name).keySet().forEach(method -> follow(name, method, found, seen));
        return found;
    }

    private void follow(String owner, String name, Variables found, Set<String> seen) {
        Method method = methods(owner).get(name);
        if (method == null || !seen.add(owner + "." + name)) {
            return;
        }
        found.set().addAll(method.set());
        if (owner.substring(owner.lastIndexOf('/') + 1).startsWith("Step")) {
            found.needed().addAll(method.read());
        }
        method.calls().forEach(call -> {
            int dot = call.indexOf('.');
            follow(call.substring(0, dot), call.substring(dot + 1), found, seen);
        });
    }

    private Map<String, Method> methods(String owner) {
        return classes.computeIfAbsent(owner, VariablesInCode::read);
    }

    private static Map<String, Method> read(String owner) {
        Map<String, Method> methods = new HashMap<>();
        try (InputStream code = VariablesInCode.class.getResourceAsStream("/" + owner + ".class")) {
            if (code != null) {
                new ClassReader(code)
                        .accept(
                                new ClassVisitor(Opcodes.ASM9) {
                                    @Override
                                    public MethodVisitor visitMethod(
                                            int access, String name, String type, String generic, String[] thrown) {
                                        Method method =
                                                new Method(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
                                        methods.put(name + type, method);
                                        return new Reader(method);
                                    }
                                },
                                ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return methods;
    }

    /** Remembers the texts that stand before a variable is set or read. */
    private static final class Reader extends MethodVisitor {

        private final Method method;
        private final List<String> texts = new ArrayList<>();

        Reader(Method method) {
            super(Opcodes.ASM9);
            this.method = method;
        }

        @Override
        public void visitLdcInsn(Object value) {
            if (value instanceof String text) {
                texts.add(text);
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String type, Handle made, Object... of) {
            for (Object part : of) {
                if (part instanceof Handle handle) {
                    follow(handle.getOwner(), handle.getName() + handle.getDesc());
                }
            }
        }

        @Override
        public void visitMethodInsn(int code, String owner, String name, String type, boolean ofInterface) {
            switch (name) {
                case "setVariable", "setVariableLocal" -> {
                    method.set().addAll(texts);
                    texts.clear();
                }
                case "getVariable", "getVariableLocal" -> {
                    texts.stream().reduce((one, last) -> last).ifPresent(method.read()::add);
                    texts.clear();
                }
                default -> {
                    if (code == Opcodes.INVOKESTATIC) {
                        follow(owner, name + type);
                    }
                }
            }
        }

        private void follow(String owner, String called) {
            if (owner.startsWith(OURS)) {
                method.calls().add(owner + "." + called);
            }
        }
    }
}
