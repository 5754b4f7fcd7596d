import type { Faker } from '@faker-js/faker';
import type { Voice } from './voice';

const one = (fake: Faker, ...choices: string[]): string => fake.helpers.arrayElement(choices);

const dish = (fake: Faker): string =>
  one(
    fake,
    'tortilla',
    'gazpacho',
    'croquetas',
    'lentejas',
    'paella',
    'empanada',
    'pisto',
    'fabada',
    'arepas',
    'tacos',
    'ceviche',
  );
const animal = (fake: Faker): string =>
  one(fake, 'un mirlo', 'una garza', 'un gato naranja', 'dos ardillas', 'un halcón', 'una lechuza');

export const spanish: Voice = {
  language: 'es',
  sayings: [
    (fake) =>
      `Hoy ceno ${dish(fake)}. ${one(fake, 'He hecho de más.', 'Nadie se ha quejado.', 'Paso la receta.', 'Como la de mi abuela, casi.')}`,
    (fake) => `¿Alguien tiene una buena receta de ${dish(fake)}?`,
    (fake) =>
      `En el tren a ${fake.location.city()}. ${one(fake, 'Puntual, por una vez.', 'Cuarenta minutos de retraso.', 'Me ha tocado ventanilla.', 'Hay un gato en el vagón.')}`,
    (fake) => `Tres días en ${fake.location.city()} y ya tengo panadería favorita.`,
    (fake) => `Me mudo a ${fake.location.city()} en ${fake.date.month()}. ¿Consejos?`,
    (fake) => `¿Qué se puede ver en ${fake.location.city()} en una tarde?`,
    (fake) => `Esta mañana he visto ${animal(fake)} desde la ventana.`,
    (fake) => `${fake.person.firstName()}, si lees esto: te has dejado el paraguas en casa.`,
    (fake) => `Feliz cumpleaños, ${fake.person.firstName()}.`,
    (fake) => `Primer día de trabajo: ${fake.person.jobTitle()}. ¡Deseadme suerte!`,
    (fake) =>
      `Todo el ${fake.date.weekday()} detrás de un error. Era ${one(fake, 'una coma', 'la zona horaria', 'la caché', 'el DNS', 'un cambio mío de la semana pasada')}.`,
    (fake) =>
      `Los vecinos han pintado la puerta de ${fake.color.human()}. ${one(fake, 'Me gusta.', 'Necesito gafas de sol.', 'Habrá que acostumbrarse.')}`,
    (fake) =>
      `${fake.number.int({ min: 2, max: 42 })} kilómetros antes de desayunar. ${one(fake, 'Adiós, piernas.', 'Despacio, pero llego.', '¡Récord!')}`,
    (fake) =>
      `Lleva ${fake.number.int({ min: 2, max: 19 })} días lloviendo. ${one(fake, 'Me están saliendo branquias.', 'Y yo sin botas.', 'Los caracoles, felices.')}`,
    (fake) =>
      `Vendo bicicleta ${one(fake, 'azul', 'roja', 'plegable', 'antigua')}, poco uso, recogida en ${fake.location.city()}.`,
    (fake) =>
      `Releyendo a ${one(fake, 'Cortázar', 'Laforet', 'Galdós', 'Rulfo', 'Matute', 'Borges', 'Pizarnik', 'Lorca')}. Cada vez es otro libro.`,
    (fake) => `Película de anoche: ${one(fake, 'un diez', 'me dormí a la mitad', 'lloré dos veces', 'el final sobra')}.`,
    (fake) => `El museo de ${fake.location.city()} es gratis los ${one(fake, 'domingos', 'sábados', 'miércoles')} por la tarde.`,
    (fake) => `¿Soy la única persona a la que le gusta ${fake.date.month()}?`,
    (fake) =>
      `Se busca compañero de piso en ${fake.location.city()}. Abstenerse ${one(fake, 'trompetistas', 'madrugadores', 'cantantes de ducha')}.`,
    (fake) => `Nota mental: no ${one(fake, 'regar', 'cocinar', 'opinar', 'programar', 'comprar')} con sueño.`,
    () => '¡Buenos días!',
    () => 'Primero, café. Lo demás puede esperar.',
    () => 'Debería irme a dormir.',
    () => 'He vuelto. ¿Qué me he perdido?',
    () => 'La siesta es un derecho.',
  ],
  endings: ['🙂', '☕', '🎉', '🌧️', '🍊', '🤷', '#domingo', '#lecturas', 'Buenas noches.', '¿Y vosotros?', '🚲', '😅'],
  bio: (fake) =>
    `${fake.person.jobTitle()} en ${fake.location.city()}. ${fake.helpers.arrayElements(['Libros', 'pan', 'pájaros', 'bicicletas', 'mapas', 'ajedrez', 'trenes', 'paseos largos'], 3).join(', ')}.`,
};
