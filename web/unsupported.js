// Only run by browsers that do not know modules: they are too old for the rest as well.
location.replace('/unsupported');
