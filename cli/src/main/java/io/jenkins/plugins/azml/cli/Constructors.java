package io.jenkins.plugins.azml.cli;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.IFactory;

/**
 * Makes what picocli asks for, by the constructor without arguments. picocli's own factory starts Groovy when it finds
 * it, and it is on the class path for {@code azml run}: 470 classes that no other command needs.
 */
final class Constructors implements IFactory {
    private static final Map<Class<?>, Class<?>> COLLECTIONS =
            Map.of(List.class, ArrayList.class, Map.class, LinkedHashMap.class);

    @Override
    public <K> K create(Class<K> type) throws ReflectiveOperationException {
        Constructor<?> constructor = COLLECTIONS.getOrDefault(type, type).getDeclaredConstructor();
        constructor.setAccessible(true);
        return type.cast(constructor.newInstance());
    }
}
