package io.jenkins.plugins.azml.runner.sandbox;

import groovy.lang.MissingPropertyException;
import groovy.lang.Script;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.cps.CpsScript;
import org.jspecify.annotations.Nullable;

/** Decides on each use of a property or a field. */
final class PropertySandbox {
    private final Permissions permissions;

    PropertySandbox(Permissions permissions) {
        this.permissions = permissions;
    }

    /** Checks the reading of a property. */
    void checkGet(Object receiver, String property) {
        MissingPropertyException missing = null;
        if (receiver instanceof Script script) {
            if (script.getBinding().hasVariable(property)) {
                return;
            }
            missing = new MissingPropertyException(property, groovy.lang.Binding.class);
        }
        if (property.equals("length") && receiver.getClass().isArray()) {
            return;
        }
        Rejection rejection = new Rejection();
        if (getterPermitted(receiver, property, rejection)
                || groovyGetterPermitted(receiver, property, rejection)
                || fieldPermitted(receiver, property, rejection)
                || generalGetterPermitted(receiver, property, rejection)
                || staticGetPermitted(receiver, property, rejection)) {
            return;
        }
        if (missing != null) {
            throw missing;
        }
        throw rejection.orElse(() -> noSuchField(receiver, property));
    }

    private boolean getterPermitted(Object receiver, String property, Rejection rejection) {
        Object[] none = {};
        return permissions.permitted(CallSites.method(receiver, CallSites.getter(property), none), rejection)
                || permissions.permitted(
                        CallSites.method(receiver, CallSites.booleanGetter(property), none)
                                .filter(PropertySandbox::isBoolean),
                        rejection);
    }

    private boolean groovyGetterPermitted(Object receiver, String property, Rejection rejection) {
        Object[] self = {receiver};
        for (Class<?> type : Permissions.GROOVY_METHODS) {
            if (permissions.permitted(CallSites.staticMethod(type, CallSites.getter(property), self), rejection)
                    || permissions.permitted(
                            CallSites.staticMethod(type, CallSites.booleanGetter(property), self)
                                    .filter(PropertySandbox::isBoolean),
                            rejection)) {
                return true;
            }
        }
        return false;
    }

    private boolean fieldPermitted(Object receiver, String property, Rejection rejection) {
        Optional<Field> field = CallSites.field(receiver, property);
        if (field.isEmpty()) {
            return false;
        }
        if (permissions.permits(field.get())) {
            return true;
        }
        rejection.note(SignatureText.signature(field.get()));
        return false;
    }

    private boolean generalGetterPermitted(Object receiver, String property, Rejection rejection) {
        Optional<Method> method = CallSites.method(receiver, "getProperty", new Object[] {property});
        if (method.isEmpty()) {
            return false;
        }
        if (receiver instanceof CpsScript script
                ? script.knows(property)
                : permissions.permits(method.get()) || Grants.isGranted(receiver, "getProperty")) {
            return true;
        }
        if (!(receiver instanceof Script)) {
            rejection.note(SignatureText.signature(method.get()) + " ("
                    + receiver.getClass().getName() + "." + property + ")");
        }
        return false;
    }

    private boolean staticGetPermitted(Object receiver, String property, Rejection rejection) {
        if (!(receiver instanceof Class<?> type)) {
            return false;
        }
        Object[] none = {};
        return permissions.permitted(CallSites.staticMethod(type, CallSites.getter(property), none), rejection)
                || permissions.permitted(
                        CallSites.staticMethod(type, CallSites.booleanGetter(property), none)
                                .filter(PropertySandbox::isBoolean),
                        rejection)
                || staticFieldPermitted(type, property, rejection);
    }

    private boolean staticFieldPermitted(Class<?> type, String property, Rejection rejection) {
        Optional<Field> field = CallSites.staticField(type, property);
        if (field.isPresent() && permissions.permits(field.get())) {
            return true;
        }
        field.ifPresent(unlisted -> rejection.note(SignatureText.signature(unlisted)));
        return false;
    }

    /** Checks the setting of a property. */
    void checkSet(Object receiver, String property, @Nullable Object value) {
        if (receiver instanceof Script && !property.equals("metaClass") && !property.equals("binding")) {
            return;
        }
        Rejection rejection = new Rejection();
        Optional<Method> setter =
                CallSites.method(receiver, CallSites.setter(property), new @Nullable Object[] {value});
        if (permissions.permitted(setter, rejection)
                || Grants.isGranted(receiver, "setProperty")
                || generalSetterPermitted(receiver, property, value, rejection)
                || fieldPermitted(receiver, property, rejection)
                || staticSetPermitted(receiver, property, value, rejection)) {
            return;
        }
        throw rejection.orElse(() -> noSuchField(receiver, property));
    }

    private boolean generalSetterPermitted(
            Object receiver, String property, @Nullable Object value, Rejection rejection) {
        Optional<Method> method = CallSites.method(receiver, "setProperty", new @Nullable Object[] {property, value})
                .filter(found -> !Permissions.isOfScript(found.getDeclaringClass()));
        if (method.isPresent() && !permissions.permits(method.get()) && !isOfScript(receiver)) {
            rejection.note(SignatureText.signature(method.get()) + " ("
                    + receiver.getClass().getName() + "." + property + ")");
        }
        return method.filter(permissions::permits).isPresent();
    }

    private static boolean isOfScript(Object receiver) {
        return Permissions.isOfScript(receiver.getClass());
    }

    private boolean staticSetPermitted(Object receiver, String property, @Nullable Object value, Rejection rejection) {
        return receiver instanceof Class<?> type
                && (permissions.permitted(
                                CallSites.staticMethod(
                                        type, CallSites.setter(property), new @Nullable Object[] {value}),
                                rejection)
                        || staticFieldPermitted(type, property, rejection));
    }

    /** Checks direct access to a field: {@code object.@name}. */
    void checkField(Object receiver, String name) {
        Rejection rejection = new Rejection();
        if (!fieldPermitted(receiver, name, rejection) && !staticGetPermitted(receiver, name, rejection)) {
            throw rejection.orElse(() -> noSuchField(receiver, name));
        }
    }

    private static boolean isBoolean(Method method) {
        return method.getReturnType() == boolean.class;
    }

    private static MissingPropertyException noSuchField(Object receiver, String property) {
        return new MissingPropertyException(
                "No such field found: field " + SignatureText.name(receiver.getClass()) + " " + property);
    }
}
