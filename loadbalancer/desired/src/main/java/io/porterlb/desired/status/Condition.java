package io.porterlb.desired.status;

/// One condition of an object, without the moment at which it changed: the writer keeps that.
///
/// @param type CamelCase, or qualified by a domain on objects that others write to as well
/// @param reason CamelCase word for programs
/// @param message sentence for people
public record Condition(String type, boolean status, String reason, String message) {}
