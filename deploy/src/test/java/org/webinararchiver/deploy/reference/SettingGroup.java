package org.webinararchiver.deploy.reference;

import java.util.List;

/**
 * Settings that belong together.
 *
 * @param text what is to be known of all of them, in Markdown; may be empty
 * @param where the programs in which they act
 */
record SettingGroup(String heading, String text, List<String> where, List<Setting> settings) {}
